package gallery

import "time"

// exhibit is what is kept of one page: a picture as PNG, its text, or what is wrong with the document.
type exhibit struct {
	key   string
	value any
	err   error
	size  int       // bytes
	until time.Time // of an error
}

// overhead is about what an entry takes beside its value, in bytes.
const overhead = 300

func (g *Gallery) find(key string) (*exhibit, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	at, ok := g.kept[key]
	if !ok {
		return nil, false
	}
	e, _ := at.Value.(*exhibit)
	if !e.until.IsZero() && g.now().After(e.until) {
		return nil, false
	}
	g.order.MoveToFront(at)
	return e, true
}

// keep makes room by what was longest not asked for.
func (g *Gallery) keep(e *exhibit) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if old, ok := g.kept[e.key]; ok {
		g.drop(old.Value)
		g.order.Remove(old)
	}
	g.kept[e.key] = g.order.PushFront(e)
	g.bytes += e.size
	for g.bytes > keepBytes && g.order.Len() > 1 {
		g.drop(g.order.Remove(g.order.Back()))
	}
}

func (g *Gallery) drop(value any) {
	e, _ := value.(*exhibit)
	delete(g.kept, e.key)
	g.bytes -= e.size
}
