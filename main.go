// Command sealdesk is the signing office of a university's procurement office: intake, push, signing,
// verification, review, contract seal and delivery in one program.
package main

import (
	"context"
	"os"
	"os/user"

	"campus.example/sealdesk/cli"
)

func main() {
	w := cli.World{Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv}
	// Without a name or a path the commands that need one say so.
	if exe, err := os.Executable(); err == nil {
		w.Exe = exe
	}
	if u, err := user.Current(); err == nil {
		w.OSUser = u.Username
	}
	os.Exit(cli.Run(context.Background(), w))
}
