package output

import (
	"strconv"

	"campus.example/sealdesk/domain"
)

// Job is one piece of background work.
type Job struct {
	ID       int64  `json:"id"`
	Kind     string `json:"kind"`
	Key      string `json:"key"`
	State    string `json:"state"`
	Attempt  int    `json:"attempt"`
	RunAt    string `json:"run_at"`
	Inflight string `json:"inflight_at"`
	Error    string `json:"last_error"`
}

// JobOf returns the shape of a job.
func JobOf(j domain.Job) Job {
	return Job{
		ID: j.ID, Kind: string(j.Kind), Key: j.Unique, State: string(j.State), Attempt: j.Attempt, RunAt: stamp(j.RunAt),
		Inflight: stamp(j.InflightAt), Error: j.LastError,
	}
}

// Jobs prints jobs as a table.
func (p Printer) Jobs(list []domain.Job) error {
	rows := make([][]string, 0, len(list))
	for _, j := range list {
		rows = append(rows, []string{
			strconv.FormatInt(j.ID, 10), p.Text.JobKind(j.Kind), p.Text.JobState(j.State), strconv.Itoa(j.Attempt),
			moment(j.RunAt), p.Text.JobError(j.LastError),
		})
	}
	return p.Table(p.Text.CLI.Tables.Jobs, rows)
}
