package check

import "testing"

// attack is one forged file, from a file whose signature is good.
type attack struct {
	name string
	make func() []byte
}

// TestAttacks generates the published attacks on signed documents and some of our own, and wants none called valid
// (nor unsigned where a signature is still to be seen).
func TestAttacks(t *testing.T) {
	var all []attack
	for _, list := range [][]attack{
		forgeries(), savings(), wrappings(), shadows(), annotations(), sneaks(), cmsForgeries(), tokenForgeries(), restrictionsBroken(),
	} {
		all = append(all, list...)
	}
	seen := map[string]bool{}
	for _, a := range all {
		if seen[a.name] {
			t.Fatalf("attack %q twice", a.name)
		}
		seen[a.name] = true
		pdf := a.make()
		r, err := Verify(pdf, Options{Roots: theWorld().roots, At: day})
		switch {
		case err != nil:
			t.Logf("%-40s error: %v", a.name, err)
		case r.Verdict == Valid:
			t.Errorf("%s is called valid", a.name)
		default:
			t.Logf("%-40s %s", a.name, brief(r))
		}
	}
	if len(all) < 80 {
		t.Errorf("only %d attacks", len(all))
	}
	t.Logf("%d attacks", len(all))
}

// signedOnce is what most attacks begin with.
func signedOnce(shape string) *doc { return fresh(shape, nil).sign(stamped(nSignB, theWorld().b)) }

// eachShape makes one attack for each way of writing a document.
func eachShape(name string, f func(d *doc) *doc) []attack {
	var out []attack
	for _, shape := range []string{"table", "stream", "packed"} {
		out = append(out, attack{name + " (" + shape + ")", func() []byte { return f(signedOnce(shape)).data }})
	}
	return out
}

func one(name string, f func() *doc) []attack {
	return []attack{{name, func() []byte { return f().data }}}
}
