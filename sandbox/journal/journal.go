// Package journal keeps a stand-in's memory: one JSON record a line, appended and flushed to the disk before the
// stand-in answers, so that it remembers after a restart everything it has ever said.
package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// ErrClosed is returned by Append after Close.
var ErrClosed = errors.New("journal: closed")

// File is one journal. Its methods may be called from several goroutines.
type File struct {
	mu sync.Mutex
	f  *os.File
}

// Open reads every record of the file at path in order through replay and leaves it open for Append. A missing file is
// made. A last line without its line end is what a crash left of an Append that never returned: it is cut off. A line
// that replay refuses ends Open with an error that names it.
func Open(path string, replay func(record json.RawMessage) error) (*File, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	end, err := readAll(f, replay)
	if err == nil {
		err = f.Truncate(end)
	}
	if err == nil {
		_, err = f.Seek(end, io.SeekStart)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("journal: %s: %w", filepath.Base(path), err), f.Close())
	}
	return &File{f: f}, nil
}

// readAll gives the offset behind the last whole record.
func readAll(f io.Reader, replay func(json.RawMessage) error) (int64, error) {
	r := bufio.NewReader(f)
	var end int64
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return end, nil
		}
		if err != nil {
			return 0, err
		}
		end += int64(len(line))
		if err := replay(json.RawMessage(bytes.TrimSpace(line))); err != nil {
			return 0, fmt.Errorf("record %d: %w", n, err)
		}
	}
}

// Append writes one record and returns when it is on the disk.
func (j *File) Append(record any) error {
	line, err := json.Marshal(record)
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.f == nil {
		return ErrClosed
	}
	if _, err := j.f.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	if err := j.f.Sync(); err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	return nil
}

// Close ends the journal. A second Close does nothing.
func (j *File) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.f == nil {
		return nil
	}
	err := j.f.Close()
	j.f = nil
	return err
}
