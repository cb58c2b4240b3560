//go:build gallery

// Command gallery shows the console with sample data, so that it can be looked at without an office. It has a build tag so
// that go install ./... leaves one program: go run -tags gallery ./ui/gallery
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/ui"
	"campus.example/sealdesk/ui/internal/sample"
	"campus.example/sealdesk/ui/theme"
)

func main() {
	lang := flag.String("lang", "zh", "language")
	count := flag.Int("contracts", 400, "number of contracts")
	look := flag.String("theme", "", "dark, light or contrast")
	live := flag.Bool("live", false, "let contracts move")
	flag.Parse()
	office := sample.New(time.Now)
	if *count > 0 {
		office.Fill(*count)
	}
	if *live {
		go func() {
			for range time.Tick(2 * time.Second) {
				office.Advance()
			}
		}()
	}
	err := ui.Run(context.Background(), ui.Options{
		Office: office, Caller: domain.Claimed("张敏"), Text: i18n.For(*lang), Now: time.Now, Changed: office.Changed, Pages: sample.Pages{},
		SealNow: office.SealNow, Unlock: office.Unlock, Theme: theme.Kind(*look), Unit: "采购与招标管理办公室", Tour: true,
	}, os.Stdin, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
