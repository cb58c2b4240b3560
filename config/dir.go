package config

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/adrg/xdg"
)

// FileName is the settings file in the data folder.
const FileName = "sealdesk.toml"

// Path is the settings file of a data folder.
func Path(dir string) string { return filepath.Join(dir, FileName) }

// DataHome is where programs of this user keep data (XDG Base Directory Specification, $XDG_DATA_HOME), and its
// counterpart on other systems.
func DataHome() string { return xdg.DataHome }

// CacheHome is where programs of this user keep what they can make again ($XDG_CACHE_HOME).
func CacheHome() string { return xdg.CacheHome }

// Dir is the absolute path of the data folder: the flag --dir, else SEALDESK_DIR, else the folder sealdesk in
// dataHome. It errs when all three are empty or the working directory is gone.
func Dir(flag string, getenv func(string) string, dataHome string) (string, error) {
	dir := flag
	if dir == "" {
		dir = getenv("SEALDESK_DIR")
	}
	if dir == "" && dataHome != "" {
		dir = filepath.Join(dataHome, "sealdesk")
	}
	if dir == "" {
		return "", errors.New("no data folder: give --dir or set SEALDESK_DIR")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("data folder %s: %w", dir, err)
	}
	return abs, nil
}
