package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"campus.example/sealdesk/sandbox/journal"
)

const officeURL = "office.url"

// WriteOffice tells the town on this folder where the office's portal answers. The office calls it whenever it starts.
func WriteOffice(state, url string) error {
	return journal.Replace(filepath.Join(state, officeURL), []byte(strings.TrimRight(url, "/")+"\n"))
}

// Look reads addresses and keys of a town that has been started on this folder, perhaps by another process.
func Look(state string) (Addresses, Keys, error) {
	kept, err := readPorts(state)
	if err == nil && len(kept) == 0 {
		err = fmt.Errorf("%s: %w", portsFile, fs.ErrNotExist)
	}
	if err != nil {
		return Addresses{}, Keys{}, fmt.Errorf("sandbox: %w", err)
	}
	var k Keys
	content, err := os.ReadFile(filepath.Join(state, keysFile))
	if err == nil {
		err = json.Unmarshal(content, &k)
	}
	if err != nil {
		return Addresses{}, Keys{}, fmt.Errorf("sandbox: %w", err)
	}
	return addressesOf(kept), k, nil
}

// officeFile reads the office's address from the folder, at most ten times a second: every message that a phone shows
// asks for it.
func officeFile(state string, clock func() time.Time) func() string {
	var (
		mu   sync.Mutex
		last time.Time
		url  string
	)
	return func() string {
		mu.Lock()
		defer mu.Unlock()
		now := clock()
		if !last.IsZero() && now.Sub(last) < 100*time.Millisecond && now.After(last) {
			return url
		}
		content, err := os.ReadFile(filepath.Join(state, officeURL))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return url // the last known one: the file is being looked at by somebody else
		}
		last, url = now, strings.TrimSpace(string(content))
		return url
	}
}
