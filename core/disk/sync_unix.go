//go:build unix

package disk

import (
	"errors"
	"os"
)

// SyncDir makes a rename in dir survive a loss of power.
func SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
