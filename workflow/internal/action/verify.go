package action

import (
	"time"
)

func (o *Runner) Zone() *time.Location {
	if o.Settings.Zone == nil {
		return time.UTC
	}
	return o.Settings.Zone
}

// Today is midnight in the office's zone: tries are counted by its days (G10, G24).
func (o *Runner) Today() time.Time {
	now := o.Now().In(o.Zone())
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, o.Zone())
}
