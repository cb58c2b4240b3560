package config

import "github.com/pelletier/go-toml/v2/unstable"

// keyLines maps every dotted key of a TOML document, tables too, to the line it stands in (from 1). The
// document has been read before, so a syntax error only ends the map.
func keyLines(doc []byte) map[string]int {
	lines := map[string]int{}
	var p unstable.Parser
	p.Reset(doc)
	prefix := ""
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			key, line := keyOf(&p, e)
			lines[key] = line
			prefix = key + "."
		case unstable.KeyValue:
			record(&p, e, prefix, lines)
		}
	}
	return lines
}

func record(p *unstable.Parser, e *unstable.Node, prefix string, lines map[string]int) {
	key, line := keyOf(p, e)
	lines[prefix+key] = line
	if v := e.Value(); v.Kind == unstable.InlineTable {
		for it := v.Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				record(p, it.Node(), prefix+key+".", lines)
			}
		}
	}
}

func keyOf(p *unstable.Parser, e *unstable.Node) (key string, line int) {
	for it := e.Key(); it.Next(); {
		if key != "" {
			key += "."
		}
		key += string(it.Node().Data)
		line = p.Shape(it.Node().Raw).Start.Line
	}
	return key, line
}
