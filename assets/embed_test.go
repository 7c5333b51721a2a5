package assets_test

import (
	"os"
	"strings"
	"testing"

	"edusmart/assets"
)

func TestTheVersionIsThatOfThePackages(t *testing.T) {
	file, err := os.ReadFile("../FyneApp.toml")
	if err != nil || !strings.Contains(string(file), `Version = "`+assets.Version+`"`) {
		t.Errorf("FyneApp.toml has another version than %s: %v", assets.Version, err)
	}
}
