package render

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"campus.example/sealdesk/pdf/font"
)

// start starts PDFium for one document. Cache is the folder of the compiled program, or "" to compile anew, which takes
// seconds. The instance is never used again for another document: after a trap it stays broken.
func start(ctx context.Context, cache string) (pdfium.Pdfium, error) {
	// Stopping by context would slow every page down threefold: the parent kills the process instead.
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache != "" {
		compiled, err := wazero.NewCompilationCacheWithDir(cache)
		if err != nil {
			return nil, fmt.Errorf("compile cache: %w", err)
		}
		config = config.WithCompilationCache(compiled)
	}
	ctx = experimental.WithMemoryAllocator(experimental.WithCompilationWorkers(ctx, runtime.NumCPU()), bounded{})
	pool, err := webassembly.Init(webassembly.Config{
		Context:  ctx,
		MaxTotal: 1,
		// By default the sandbox would see the whole file system of the machine.
		FSConfig:      wazero.NewFSConfig().WithFSMount(oneFile{"usr/share/fonts/" + fontFile, font.Data()}, "/"),
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("start the renderer: %w", err)
	}
	instance, err := pool.GetInstance(30 * time.Second)
	if err != nil {
		return nil, fmt.Errorf("start the renderer: %w", err)
	}
	return instance, nil
}

const fontFile = "NotoSansCJKsc-Subset.ttf"
