package domain

import "time"

// Difference is one contract whose final is not the same in all three places.
type Difference struct {
	No   string `json:"no"`
	Code Code   `json:"code"`
}

// Reconciliation is one comparison of three lists: the console's contracts, the archive's documents, the procurement
// system's slots 合同盖章终稿 (G16).
type Reconciliation struct {
	At          time.Time    `json:"at"`
	Compared    int          `json:"compared"`
	Differences []Difference `json:"differences"`
}

// Compare tells what is wrong with one contract's final, "" for nothing: archived is what reading the document gave,
// receipt what the procurement system has, where it should have anything.
func (c *Contract) Compare(archived error, receipt *Receipt, now time.Time) Code {
	switch {
	case archived != nil:
		return CodeArchiveDiffers
	case c.Source != FromProcurement:
		return ""
	case receipt == nil && c.Stage == StageDelivering && now.Before(c.StageSince.AddDate(0, 0, 1)):
		return "" // it is under way
	case receipt == nil:
		return CodeFinalMissing
	case receipt.SHA256 != c.CurrentSHA || receipt.Slot != FinalSlot:
		return CodeFinalDiffers
	}
	return ""
}
