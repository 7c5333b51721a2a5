package ondevice_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/theme"

	"edusmart/core/model"
	"edusmart/core/model/ondevice"
)

func TestSheet(t *testing.T) {
	in := os.Getenv("SHEET")
	data, err := os.ReadFile(in)
	if err != nil {
		t.Skip()
	}
	var scenes []model.Scene
	if err := json.Unmarshal(data, &scenes); err != nil {
		t.Fatal(err)
	}
	il := ondevice.NewIllustrator(theme.DefaultEmojiFont().Content())
	dir := os.Getenv("SHEETOUT")
	for i, s := range scenes {
		p, err := il.Illustrate(context.Background(), s)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, fmt.Sprintf("%03d.png", i))
		if err := os.WriteFile(name, p.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Println(i, len(p.Data)/1024, s.PageTitle, "=>", p.Alt)
	}
}
