package disk

// SyncDir does nothing: Windows has no fsync of a folder, and NTFS journals
// renames.
func SyncDir(string) error { return nil }
