package usage

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// sendForEver says on stdout what it sends, until it is killed.
func sendForEver(path string) {
	l, err := Open(path, DefaultPrices(), nil)
	if err != nil {
		panic(err)
	}
	ctx := model.WithCall(context.Background(), &model.Call{Story: "s", Role: story.Voice})
	for {
		done, err := l.Begin(ctx, narrator)
		if err != nil {
			panic(err)
		}
		fmt.Println("sent")
		if err := done(voice("s", time.Now(), 0.001)); err != nil {
			panic(err)
		}
		fmt.Println("used")
	}
}

func TestNoAttemptIsLostWhenTheProcessIsKilled(t *testing.T) {
	path := ledgerPath(t)
	sent, used := 0, 0
	for i := range 8 {
		child := exec.CommandContext(t.Context(), os.Args[0])
		child.Env = append(os.Environ(), childPath+"="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		killed := false
		for lines, n := bufio.NewScanner(out), 0; lines.Scan(); n++ {
			sent += strings.Count(lines.Text(), "sent")
			used += strings.Count(lines.Text(), "used")
			if n > 20+7*i && !killed {
				killed = true
				if err := child.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		_ = child.Wait() // killed
	}
	l := openLedger(t, path)
	s := l.Summary(Today, time.Now())
	if s.Calls < sent || s.Calls > sent+8 {
		t.Errorf("%d attempts were sent, %d are counted", sent, s.Calls)
	}
	if answers := s.Roles[2].Answers; answers < used || answers > s.Calls {
		t.Errorf("%d answers were used, %d are counted", used, answers)
	}
	if s.Damaged != 0 || used == 0 {
		t.Errorf("%d damaged lines after %d answers", s.Damaged, used)
	}
}
