package library

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"edusmart/core/disk"
	"edusmart/core/model"
)

// Ending is the file ending of an exported story, without its dot.
const Ending = "edusmart"

// Export writes the story id as one file, whole or not at all: a zip with
// story.json and the assets that the story uses. work may be nil.
func (l *Library) Export(ctx context.Context, id, path string, work *disk.Trace) error {
	const op = "export story"
	s, err := l.Load(id)
	if err != nil {
		return err
	}
	err = work.WriteWhole(path, fileMode, func(w io.Writer) error {
		z := zip.NewWriter(w)
		for _, rel := range s.Assets() {
			if err := ctx.Err(); err != nil {
				return err
			}
			data, err := l.ReadAsset(id, rel)
			if err != nil {
				return err
			}
			if err := addFile(z, rel, data); err != nil {
				return err
			}
		}
		data, err := fs.ReadFile(os.DirFS(l.Dir(id)), storyFile)
		if err != nil {
			return err
		}
		return errors.Join(addFile(z, storyFile, data), z.Close())
	})
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*model.Error](err); ok || ctx.Err() != nil {
		return err
	}
	return model.Errorf(op, model.Device,
		fmt.Sprintf("The story cannot be written to %s. Check that the folder exists and has room.", path), err)
}

// addFile stores data; pictures and sound do not shrink, text does.
func addFile(z *zip.Writer, name string, data []byte) error {
	method := zip.Store
	if strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".wav") {
		method = zip.Deflate
	}
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}
