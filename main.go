// Command sealdesk is the signing office of a university's procurement office: intake, push, signing,
// verification, review, contract seal and delivery in one program.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "sealdesk: the command line is not built in yet")
	os.Exit(3)
}
