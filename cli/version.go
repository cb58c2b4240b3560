package cli

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (c *command) versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Args: none, RunE: func(*cobra.Command, []string) error { return c.printVersion() }}
}

// printVersion prints version, revision, Go version and platform in one line.
func (c *command) printVersion() error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	version, revision := versionOf(info)
	return c.say(c.text.Help.Version, version, revision, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH)
}

// versionOf returns the version of a build, "devel" for one without, and its revision, "" for none. A revision with local
// changes ends in +dirty.
func versionOf(info *debug.BuildInfo) (version, revision string) {
	version = "devel"
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		version = info.Main.Version
	}
	dirty := false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value
		case "vcs.modified":
			dirty = s.Value == "true"
		}
	}
	if revision != "" && dirty {
		revision += "+dirty"
	}
	return version, revision
}
