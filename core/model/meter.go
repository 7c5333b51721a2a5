package model

import (
	"context"
	"time"

	"edusmart/core/story"
)

// Meter counts and costs every attempt that is sent to a service.
type Meter interface {
	// Begin reserves what an attempt may cost. An error of kind Capped says
	// that the month's cap would be passed: nothing may be sent. done is
	// called once when the attempt has ended, however it did, before its
	// result is used; its error means that the count could not be kept.
	Begin(ctx context.Context, model string) (done func(Use) error, err error)
}

// Use is one attempt as it is kept in the ledger.
type Use struct {
	Time    time.Time      `json:"time"` // when it was sent
	Story   string         `json:"story,omitempty"`
	Role    story.PartKind `json:"role"`
	Page    int            `json:"page"` // from 0; -1: the whole story
	Op      string         `json:"op"`
	Model   string         `json:"model"`
	N       int            `json:"n"`              // attempt of its call, from 1
	Of      int            `json:"of"`             // attempts of a call in all
	Kind    Kind           `json:"kind,omitempty"` // how it failed; empty: it did not
	Final   bool           `json:"final,omitempty"`
	Latency time.Duration  `json:"latency_ns"`
	Waited  time.Duration  `json:"waited_ns,omitempty"` // by backoff or pacing, before it was sent
	Tokens  Tokens         `json:"tokens"`
	Cost    float64        `json:"cost_usd"` // filled in by the Meter
	Limit   Limit          `json:"limit,omitzero"`
	Reset   time.Time      `json:"reset,omitzero"`
}
