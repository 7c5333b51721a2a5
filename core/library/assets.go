package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// PutAsset keeps data as an asset of the story and gives its name. The same
// data is kept once. ending has no dot.
func (l *Library) PutAsset(id string, data []byte, ending string) (string, error) {
	const op = "save asset"
	if len(data) == 0 || len(data) > maxAsset {
		return "", model.Errorf(op, model.Unusable, "A picture or sound has an impossible size.", fmt.Errorf("%d bytes", len(data)))
	}
	sum := sha256.Sum256(data)
	rel := assetsDir + "/" + hex.EncodeToString(sum[:]) + "." + ending
	path := l.Path(id, rel)
	if path == "" {
		return "", model.Errorf(op, model.Unusable, "A picture or sound has an impossible name.", fmt.Errorf("%q", rel))
	}
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(data)) {
		return rel, nil
	}
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = l.noteUnsaved(id, rel)
	}
	if err == nil {
		err = l.write(path, data)
	}
	if err != nil {
		return "", diskError(op, err)
	}
	return rel, nil
}

// PutFile copies the file at path as an asset, sum being its SHA-256 in
// hexadecimal, without holding it in memory.
func (l *Library) PutFile(id, path, sum, ending string) (string, error) {
	const op = "save file"
	rel := assetsDir + "/" + sum + "." + ending
	to := l.Path(id, rel)
	if to == "" {
		return "", model.Errorf(op, model.Unusable, "The document has an impossible name.", fmt.Errorf("%q", rel))
	}
	if l.HasAsset(id, rel) {
		return rel, nil
	}
	from, err := os.Open(path)
	if err != nil {
		return "", diskError(op, err)
	}
	defer from.Close()
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return "", diskError(op, err)
	}
	if err := l.noteUnsaved(id, rel); err != nil {
		return "", diskError(op, err)
	}
	h := sha256.New()
	err = disk.WriteWholeAs(to, l.part(), fileMode, func(w io.Writer) error {
		if _, err := io.Copy(io.MultiWriter(w, h), io.LimitReader(from, maxAsset+1)); err != nil {
			return err
		}
		if got := hex.EncodeToString(h.Sum(nil)); got != sum {
			return fmt.Errorf("the file changed while it was copied: %s", got)
		}
		return nil
	})
	if err != nil {
		return "", diskError(op, err)
	}
	return rel, nil
}

// HasAsset reports whether a file stands under the asset's name. Its content
// is checked when it is read.
func (l *Library) HasAsset(id, rel string) bool {
	path := l.Path(id, rel)
	if path == "" {
		return false
	}
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}

// ReadAsset reads an asset and checks that it is what its name says.
func (l *Library) ReadAsset(id, rel string) ([]byte, error) {
	const op = "read asset"
	if !story.ValidID(id) || !story.ValidAsset(rel) {
		return nil, model.Errorf(op, model.Unusable, "A file of this story has an impossible name.", fmt.Errorf("%.80q", rel))
	}
	root, err := os.OpenRoot(l.Dir(id))
	if err != nil {
		return nil, model.Errorf(op, model.Input, "The story's folder is gone.", err)
	}
	defer root.Close()
	return readChecked(root.FS(), rel)
}

// readChecked reads rel of fsys and compares it with the hash in its name.
func readChecked(fsys fs.FS, rel string) ([]byte, error) {
	const op, say = "read asset", "A picture or sound of this story is missing or damaged. Make that part again."
	f, err := fsys.Open(rel)
	if err != nil {
		return nil, model.Errorf(op, model.Unusable, say, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxAsset+1))
	if err != nil || len(data) > maxAsset {
		return nil, model.Errorf(op, model.Unusable, say, errors.Join(err, fmt.Errorf("%d bytes", len(data))))
	}
	if sum := sha256.Sum256(data); !strings.Contains(rel, hex.EncodeToString(sum[:])) {
		return nil, model.Errorf(op, model.Unusable, say, fmt.Errorf("%s has another content", rel))
	}
	return data, nil
}
