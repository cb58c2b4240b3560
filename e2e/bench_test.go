package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/storage"
	"campus.example/sealdesk/workflow/port"
)

// filled makes a data folder with so many contracts, written past the acts, which would take hours.
func filled(b *testing.B, contracts int) program {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "office")
	pin := filepath.Join(b.TempDir(), "pin")
	if err := os.WriteFile(pin, []byte("123456\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	p := program{t: b, env: append(os.Environ(), "SEALDESK_DIR="+dir)}
	if _, complaint, code := p.run("init", "--name", cast.University, "--pin-file", pin, "--phone", cast.Duty().Phone); code != 0 {
		b.Fatal(complaint)
	}
	s, err := storage.Open(b.Context(), storage.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	}()
	now := time.Now()
	err = s.InTx(b.Context(), func(tx port.Tx) error {
		for i, id := range []string{"P-a", "P-b"} {
			if err := tx.InsertPerson(domain.Person{ID: id, Phone: domain.Phone("1540000009" + strconv.Itoa(i))}); err != nil {
				return err
			}
		}
		for i := range contracts {
			stage := stageOf(i)
			err := tx.InsertContract(domain.Contract{
				No: fmt.Sprintf("HT-%07d", i), Title: fmt.Sprintf("第%d号设备采购合同", i), Amount: domain.Fen(i) * 1000,
				A: domain.Party{Name: cast.University, Signer: "P-a"}, B: domain.Party{Name: "样例信息系统有限公司", Signer: "P-b"},
				Source: domain.FromProcurement, Stage: stage, StageSince: now, ReceivedAt: now,
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// stageOf spreads contracts as in an old office: nearly all are done, and some are in every other stage.
func stageOf(i int) domain.Stage {
	stages := append(domain.Path(), domain.OffPath()...)
	switch {
	case i%50 == 0:
		return stages[(i/50)%len(stages)]
	case i%500 == 1:
		return domain.StageToPush
	}
	return domain.StageDone
}

// done counts those that are done.
func done(contracts int) int {
	n := 0
	for i := range contracts {
		if stageOf(i) == domain.StageDone {
			n++
		}
	}
	return n
}

// BenchmarkConsole measures from outside, as an operator would with a camera: from the start of the process to its
// first painted frame with contracts in it, and from a key to the frame that answers it, in the list that opens and
// while paging at the far end of the longest one, where rows are still to be read.
func BenchmarkConsole(b *testing.B) {
	for _, contracts := range []int{1_000, 100_000} {
		b.Run(strconv.Itoa(contracts), func(b *testing.B) {
			p := filled(b, contracts)
			var bare, first, keys, far []time.Duration
			memory, peak := 0, 0
			for b.Loop() {
				begun := time.Now()
				p.must("version")
				bare = append(bare, time.Since(begun))

				begun = time.Now()
				s := onScreen(b, p.command(), 120, 36)
				spin(b, func() bool { return strings.Contains(s.text(), "HT-0") })
				first = append(first, time.Since(begun))
				keys = append(keys, timed(b, s, 1, "\x1b[B", "\x1b[A")...)

				s.press("]", "]", "]", "]", "]", "]")
				s.see("已完成 " + strconv.Itoa(done(contracts)))
				s.press("G")
				s.see("› HT-0000002") // the oldest that is done
				far = append(far, timed(b, s, 20, "\x1b[5~", "\x1b[6~")...)
				memory = max(memory, memoryOf(b, s.cmd.Process.Pid, "VmRSS:"))
				peak = max(peak, memoryOf(b, s.cmd.Process.Pid, "VmHWM:"))
				s.close()
			}
			for name, times := range map[string][]time.Duration{"version": bare, "first-frame": first, "key": keys, "far-key": far} {
				b.ReportMetric(ms(percentile(times, 50)), name+"-p50-ms")
				b.ReportMetric(ms(percentile(times, 99)), name+"-p99-ms")
			}
			b.ReportMetric(float64(memory)/(1<<20), "resident-MB")
			b.ReportMetric(float64(peak)/(1<<20), "peak-MB")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// repeat is how fast a key that is held down comes again; the emulator is done with a frame by then.
const repeat = 33 * time.Millisecond

// timed presses one key some times, then the other as often, and so on, and gives the time to each answer.
func timed(b *testing.B, s *screen, run int, there, back string) []time.Duration {
	b.Helper()
	var times []time.Duration
	for i := range 40 {
		before, begun := s.came.Load(), time.Now()
		if _, err := s.file.WriteString([]string{there, back}[i/run%2]); err != nil {
			b.Fatal(err)
		}
		spin(b, func() bool { return s.came.Load() != before })
		times = append(times, time.Since(begun))
		time.Sleep(repeat)
	}
	return times
}

// spin waits closely: the wait itself must not be what is measured.
func spin(b *testing.B, state func() bool) {
	b.Helper()
	deadline := time.Now().Add(patience)
	for !state() {
		if time.Now().After(deadline) {
			b.Fatal("the console does not answer")
		}
		time.Sleep(200 * time.Microsecond)
	}
}

func percentile(d []time.Duration, p int) time.Duration {
	sort.Slice(d, func(i, j int) bool { return d[i] < d[j] })
	return d[min(len(d)-1, len(d)*p/100)]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// memoryOf is one line of what Linux tells about the memory of a process, in bytes.
func memoryOf(b *testing.B, pid int, name string) int {
	b.Helper()
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		b.Skipf("no figures of processes: %v", err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, name); ok {
			n, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				b.Fatal(err)
			}
			return n << 10
		}
	}
	return 0
}
