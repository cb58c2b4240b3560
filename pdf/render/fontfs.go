package render

import (
	"bytes"
	"io"
	"io/fs"
	"strings"
	"time"
)

// oneFile is a file system that holds one file under folders: all that PDFium sees of a machine. It looks for typefaces
// under usr/share/fonts when a document does not embed its own; without one it draws nothing in their place and says
// nothing.
type oneFile struct {
	path string // slash-separated, no leading slash
	data []byte
}

// Open opens the file or one of the folders above it.
func (f oneFile) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if name == f.path {
		return &openFile{Reader: bytes.NewReader(f.data), info: info{base(name), int64(len(f.data)), false}}, nil
	}
	rest, ok := strings.CutPrefix(f.path, name+"/")
	if name == "." {
		rest, ok = f.path, true
	}
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	child := info{name: rest, size: int64(len(f.data))}
	if first, _, deeper := strings.Cut(rest, "/"); deeper {
		child = info{name: first, dir: true}
	}
	return &openFolder{info: info{name: base(name), dir: true}, child: child}, nil
}

func base(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

type openFile struct {
	*bytes.Reader
	info info
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

type openFolder struct {
	info, child info
	read        bool
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: fs.ErrInvalid}
}

// ReadDir lists the one child.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if f.read {
		if n > 0 {
			return nil, io.EOF
		}
		return nil, nil
	}
	f.read = true
	return []fs.DirEntry{fs.FileInfoToDirEntry(f.child)}, nil
}

type info struct {
	name string
	size int64
	dir  bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.dir }
func (i info) Sys() any           { return nil }

func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
