package i18n

import (
	"strings"

	"campus.example/sealdesk/domain"
)

// JobError returns the words for the last error of a job as the queue stores it: the first error code in it, or why the
// job runs again later. Other text is named as a failure of the program; the queue's JSON output has it in full.
func (t *Text) JobError(stored string) string {
	if stored == "" {
		return ""
	}
	if why, later := strings.CutPrefix(stored, "later: "); later {
		if w, known := t.Words.Waits[why]; known {
			return w
		}
		stored = why
	}
	for part := range strings.SplitSeq(stored, ": ") {
		if w, known := t.Words.Problems[domain.Code(strings.TrimSpace(part))]; known {
			return w
		}
	}
	return t.Problem(domain.CodeInternal)
}

// waitsZH returns the words for why a job runs again later. Keys are the reasons of workflow.Later.
func waitsZH() map[string]string {
	return map[string]string{"schedule": "按计划再次执行", "pending": "等待认证结果", "asked, not known yet": "已查询，尚无结果"}
}

func waitsEN() map[string]string {
	return map[string]string{"schedule": "on schedule", "pending": "no decision yet", "asked, not known yet": "asked, not known yet"}
}
