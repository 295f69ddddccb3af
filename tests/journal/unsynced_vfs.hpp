// A SQLite VFS over the default one in which power can fail: what is written is seen at once and durable only once it
// is synced. A file that was made or deleted is so for good only once its directory is synced, which SQLite does with
// the first sync of a log it has made.
//
// Everything is kept in memory; the files themselves are written when power has failed, as a restarted machine would
// find them. So a test can lose power thousands of times without a slow disk. Seeded. Used by one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace rostrum::journal {

class UnsyncedVfs {
 public:
  explicit UnsyncedVfs(std::uint64_t seed);
  ~UnsyncedVfs();
  UnsyncedVfs(const UnsyncedVfs&) = delete;
  UnsyncedVfs& operator=(const UnsyncedVfs&) = delete;

  /// What SQLite knows it by.
  [[nodiscard]] const std::string& name() const;

  /// The `count`th write, sync, truncation or deletion from now on fails, and everything after it.
  void lose_power_after(std::uint64_t count);
  [[nodiscard]] bool power_lost() const;

  /// Only the process was lost with the power, not the machine: what was written is seen by the next one, synced or
  /// not. Every connection over this VFS is closed by then.
  void next_process();

  /// No file can grow beyond what all files together have now and `bytes` more, until there is room again.
  void leave_room(std::uint64_t bytes);
  void make_room();

  /// The next sync fails and leaves what it was to sync as unsynced as it was.
  void fail_next_sync();

  enum class Survives {
    synced_only,        // of what was not synced, nothing
    sectors_at_random,  // of what was not synced, each sector of 512 bytes as it was after some write to it, or before
                        // all
  };
  /// Power fails now at the latest: writes to the real files what survives. Every connection over this VFS is closed by
  /// then, and none is opened after.
  void restart(Survives survives);

  struct Disk;

 private:
  std::unique_ptr<Disk> disk_;
};

}  // namespace rostrum::journal
