package rules

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// SettingsFile identifies the settings file of the folder: the hash of its bytes, and a digest of each value by its key.
type SettingsFile struct {
	SHA256 string            `json:"sha256"`
	Keys   map[string]string `json:"keys"`
}

// NoteSettings compares the settings file with the one of the last time the folder was opened. A file that has changed is
// an event with the names of the keys whose values differ; one that has not writes nothing. The first file of a folder is
// noted without an event.
func (o *Rulebook) NoteSettings(ctx context.Context, now SettingsFile) error {
	var last SettingsFile
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		last, err = lastSettings(w)
		return err
	})
	if err != nil || last.SHA256 == now.SHA256 {
		return err
	}
	return o.Act(ctx, domain.System(), domain.ActionSettingsChanged, domain.ObjectSettings, func(w *action.Work) error {
		last, err := lastSettings(w)
		if err != nil || last.SHA256 == now.SHA256 {
			return err
		}
		kept, err := json.Marshal(now)
		if err != nil {
			return err
		}
		if err := w.SetNote(domain.NoteSettings, string(kept)); err != nil || last.SHA256 == "" {
			return err
		}
		return w.Record(domain.ActionSettingsChanged, domain.ObjectSettings, domain.Event{
			Before: last.SHA256, After: now.SHA256, Detail: domain.Fields("keys", strings.Join(changedKeys(last.Keys, now.Keys), ",")),
		})
	})
}

func lastSettings(w *action.Work) (last SettingsFile, err error) {
	kept, err := w.Note(domain.NoteSettings)
	if err != nil || kept == "" {
		return last, err
	}
	return last, json.Unmarshal([]byte(kept), &last)
}

// changedKeys lists the keys that are in one file alone or have another value in the other, in alphabetical order.
func changedKeys(before, after map[string]string) []string {
	changed := map[string]bool{}
	for key, digest := range before {
		if other, there := after[key]; !there || other != digest {
			changed[key] = true
		}
	}
	for key := range after {
		if _, there := before[key]; !there {
			changed[key] = true
		}
	}
	return slices.Sorted(maps.Keys(changed))
}
