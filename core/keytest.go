package core

import (
	"context"
	"sync"
	"time"

	"edusmart/core/model"
	"edusmart/core/model/gemini"
	"edusmart/core/story"
)

// testTries is how often a model is tried that is busy.
const testTries = 3

// test asks each role's model for the smallest thing it can make.
func (s *service) test(ctx context.Context) {
	s.mu.Lock()
	client := s.client
	s.busy, s.tests = client != nil, map[story.PartKind]ModelTest{}
	s.mu.Unlock()
	if client == nil {
		return
	}
	var all sync.WaitGroup
	for _, role := range roles {
		all.Go(func() { s.tested(role, s.testRole(ctx, client, role)) })
	}
	all.Wait()
	s.setBusy(false)
}

// tested takes in how it stands with a test.
func (s *service) tested(role story.PartKind, t ModelTest) {
	s.mu.Lock()
	s.tests[role] = t
	s.mu.Unlock()
	s.changed()
}

// testRole tries the role's models in their order: one that is gone is passed
// over, one that is busy is tried again.
func (s *service) testRole(ctx context.Context, client *gemini.Client, role story.PartKind) ModelTest {
	s.tested(role, ModelTest{State: CellWorking})
	var err error
	for _, name := range s.modelsOf(role) {
		for try := range testTries {
			var took time.Duration
			if took, err = s.try(ctx, client, role, name, try+1); err == nil {
				return ModelTest{State: CellReady, Took: took}
			}
			if !model.KindOf(err).Passes() || try == testTries-1 {
				break
			}
			wait := time.Second << try
			s.tested(role, ModelTest{State: CellWaiting, Until: time.Now().Add(wait), Say: model.Sentence(err)})
			select {
			case <-time.After(wait):
			case <-ctx.Done():
				return ModelTest{}
			}
		}
		if model.KindOf(err) != model.Gone {
			break
		}
	}
	return ModelTest{State: CellFailed, Say: model.Sentence(err)}
}

// try sends one counted request.
func (s *service) try(ctx context.Context, client *gemini.Client, role story.PartKind, name string, n int) (time.Duration, error) {
	ctx = model.WithCall(ctx, &model.Call{Role: role, Page: -1})
	done, err := meter{s.ledger, s}.Begin(ctx, name)
	if err != nil {
		return 0, err
	}
	begun := time.Now()
	took, err := client.Try(ctx, role, name)
	use := model.Use{
		Time: begun, Role: role, Page: -1, Op: "test model", Model: name, N: n, Of: testTries,
		Kind: model.KindOf(err), Latency: time.Since(begun), Final: err != nil && n == testTries,
	}
	if kept := done(use); err == nil {
		err = kept
	}
	return took, err
}

// modelsOf gives a role's ladder from the model that is in use.
func (s *service) modelsOf(role story.PartKind) []string {
	for _, r := range s.state().Roles {
		if r.Role == role {
			return r.Models
		}
	}
	return nil
}
