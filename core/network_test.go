package core

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"edusmart/core/model"
)

func get(t *testing.T, n *network, url string) (*http.Response, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	return (&http.Client{Transport: n}).Do(req)
}

func TestNothingPassesAShutNetwork(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer server.Close()
	n := newNetwork()
	n.setShut(true)
	resp, err := get(t, n, server.URL)
	if err == nil {
		resp.Body.Close()
	}
	if model.KindOf(err) != model.Local {
		t.Errorf("got %v", err)
	}
	if asked != 0 {
		t.Errorf("the server was asked %d times", asked)
	}
	n.setShut(false)
	if resp, err = get(t, n, server.URL); err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func TestShuttingTheNetworkCutsWhatIsUnderWay(t *testing.T) {
	begun := make(chan bool)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/streams" {
			_, _ = io.WriteString(w, "begin")
			w.(http.Flusher).Flush()
		}
		begun <- true
		<-r.Context().Done()
	}))
	defer server.Close()
	for _, path := range []string{"/waits", "/streams"} {
		n := newNetwork()
		ended := make(chan error, 1)
		go func() {
			resp, err := get(t, n, server.URL+path)
			if err == nil {
				_, err = io.ReadAll(resp.Body)
				resp.Body.Close()
			}
			ended <- err
		}()
		<-begun
		n.setShut(true)
		select {
		case err := <-ended:
			if model.KindOf(err) != model.Local {
				t.Errorf("%s: got %v", path, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s goes on", path)
		}
		if len(n.cuts) != 0 {
			t.Errorf("%s: %d are left", path, len(n.cuts))
		}
	}
}
