#include "journal/unsynced_vfs.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <utility>
#include <vector>

#include <sqlite3.h>

#include "base/assert.hpp"
#include "journal/files.hpp"

namespace rostrum::journal {
namespace {

constexpr std::size_t sector_bytes = 512;

/// A write, or a truncation to `offset` where there are no bytes.
struct Change {
  std::size_t offset = 0;
  std::optional<std::string> bytes;
};

void apply(std::string& content, std::size_t offset, std::string_view bytes) {
  if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size(), '\0');
  content.replace(offset, bytes.size(), bytes);
}

void apply(std::string& content, const Change& change) {
  if (change.bytes) {
    apply(content, change.offset, *change.bytes);
  } else {
    content.resize(change.offset);
  }
}

struct Image {
  std::optional<std::string> seen;    // what is there now
  std::vector<Change> unsynced;       // from `synced` to `seen`
  std::string synced;                 // the content of the file that is there now, as far as it is synced
  bool entry_durable = true;          // that the file is there, or is not, is synced
  std::optional<std::string> before;  // where that is not synced: what was there before; nothing: no such file

  /// What is there after a loss of power, of what is synced; nothing: no such file.
  [[nodiscard]] std::optional<std::string> durable() const {
    if (!entry_durable) return before;
    return seen ? std::optional(synced) : std::nullopt;
  }
  /// From now on it is not synced whether the file is there.
  void leave_entry() {
    before = durable();
    entry_durable = false;
  }
  void settle_entry() {
    before.reset();
    entry_durable = true;
  }
};

}  // namespace

struct UnsyncedVfs::Disk {
  explicit Disk(std::uint64_t seed) : random(seed) {}

  std::string name;
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::map<std::string, Image> images;
  std::mt19937_64 random;
  std::uint64_t operations_left = 0;  // 0: power does not fail
  bool power_lost = false;
  bool sync_fails = false;
  int open_files = 0;
  std::optional<std::uint64_t> bytes_max;

  [[nodiscard]] std::uint64_t bytes_used() const {
    std::uint64_t sum = 0;
    for (const auto& [path, image] : images) sum += image.seen ? image.seen->size() : 0;
    return sum;
  }
  /// Counts an operation that changes the disk; false from the moment at which power fails.
  bool powered() {
    if (operations_left > 0 && --operations_left == 0) power_lost = true;
    return !power_lost;
  }
  Image& image(const std::string& path) {
    auto [at, is_new] = images.try_emplace(path);
    if (is_new && std::filesystem::exists(path)) {
      at->second.synced = test::content_of(path);
      at->second.seen = at->second.synced;
    }
    return at->second;
  }
  std::string surviving(const Image& image);
};

/// Every sector keeps a number of the writes to it, in their order; a truncation has happened or has not.
std::string UnsyncedVfs::Disk::surviving(const Image& image) {
  std::map<std::size_t, std::size_t> writes_to;
  const auto each_sector = [](const Change& change, auto&& visit) {
    for (std::size_t at = 0; at < change.bytes->size();) {
      const auto sector = (change.offset + at) / sector_bytes;
      const auto end = std::min((sector + 1) * sector_bytes - change.offset, change.bytes->size());
      visit(sector, at, end - at);
      at = end;
    }
  };
  for (const auto& change : image.unsynced) {
    if (change.bytes) each_sector(change, [&](std::size_t sector, std::size_t, std::size_t) { ++writes_to[sector]; });
  }
  for (auto& [sector, writes] : writes_to) writes = std::uniform_int_distribution<std::size_t>(0, writes)(random);

  auto content = image.synced;
  for (const auto& change : image.unsynced) {
    if (!change.bytes) {
      if (random() % 2 == 0) content.resize(std::min(content.size(), change.offset));
      continue;
    }
    each_sector(change, [&](std::size_t sector, std::size_t at, std::size_t count) {
      auto& left = writes_to[sector];
      if (left == 0) return;
      --left;
      apply(content, change.offset + at, std::string_view(*change.bytes).substr(at, count));
    });
  }
  return content;
}

namespace {

using Disk = UnsyncedVfs::Disk;

/// Of a database, `real` is the file beside the image: SQLite's locks and shared memory are its own.
struct File {
  sqlite3_file base;
  Disk* disk;
  Image* image;
  sqlite3_file* real;
};

File& self(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
Disk& disk_of(sqlite3_vfs* vfs) { return *static_cast<Disk*>(vfs->pAppData); }

int close(sqlite3_file* file) {
  auto& f = self(file);
  --f.disk->open_files;
  return f.real == nullptr ? SQLITE_OK : f.real->pMethods->xClose(f.real);
}

int read(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
  auto& f = self(file);
  if (f.disk->power_lost) return SQLITE_IOERR_READ;
  ROSTRUM_ASSERT(f.image->seen.has_value());
  const auto& content = *f.image->seen;
  const auto from = std::min(static_cast<std::size_t>(offset), content.size());
  const auto there = std::min(static_cast<std::size_t>(count), content.size() - from);
  std::memset(into, 0, static_cast<std::size_t>(count));
  std::memcpy(into, content.data() + from, there);
  return there == static_cast<std::size_t>(count) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
  auto& f = self(file);
  const std::string_view bytes(static_cast<const char*>(from), static_cast<std::size_t>(count));
  const auto at = static_cast<std::size_t>(offset);
  if (f.disk->power_lost) return SQLITE_IOERR_WRITE;
  const bool powered = f.disk->powered();  // the write at which power fails may have reached the disk, in part or whole
  const auto size = f.image->seen->size();
  const auto growth = at + bytes.size() > size ? at + bytes.size() - size : 0;
  if (powered && f.disk->bytes_max && growth > 0 && f.disk->bytes_used() + growth > *f.disk->bytes_max)
    return SQLITE_FULL;
  f.image->unsynced.push_back({at, std::string(bytes)});
  apply(*f.image->seen, at, bytes);
  return powered ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  auto& f = self(file);
  if (!f.disk->powered()) return SQLITE_IOERR_TRUNCATE;
  f.image->unsynced.push_back({static_cast<std::size_t>(size), std::nullopt});
  f.image->seen->resize(static_cast<std::size_t>(size));
  return SQLITE_OK;
}

int sync(sqlite3_file* file, int) {
  auto& f = self(file);
  if (!f.disk->powered()) return SQLITE_IOERR_FSYNC;
  if (std::exchange(f.disk->sync_fails, false)) return SQLITE_IOERR_FSYNC;
  // What has changed, and not the whole anew: a long file is synced as often as a short one.
  for (const auto& change : f.image->unsynced) apply(f.image->synced, change);
  f.image->unsynced.clear();
  f.image->settle_entry();
  return SQLITE_OK;
}

int size(sqlite3_file* file, sqlite3_int64* bytes) {
  auto& f = self(file);
  if (f.disk->power_lost) return SQLITE_IOERR_FSTAT;
  *bytes = static_cast<sqlite3_int64>(f.image->seen ? f.image->seen->size() : 0);
  return SQLITE_OK;
}

int lock(sqlite3_file* file, int level) { return self(file).real->pMethods->xLock(self(file).real, level); }
int unlock(sqlite3_file* file, int level) { return self(file).real->pMethods->xUnlock(self(file).real, level); }
int reserved(sqlite3_file* file, int* is) { return self(file).real->pMethods->xCheckReservedLock(self(file).real, is); }
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4'096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }  // as SQLite's own says
int map_shared(sqlite3_file* file, int region, int count, int extend, void volatile** at) {
  return self(file).real->pMethods->xShmMap(self(file).real, region, count, extend, at);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return self(file).real->pMethods->xShmLock(self(file).real, offset, count, flags);
}
void shared_barrier(sqlite3_file* file) { self(file).real->pMethods->xShmBarrier(self(file).real); }
int unmap_shared(sqlite3_file* file, int also_delete) {
  return self(file).real->pMethods->xShmUnmap(self(file).real, also_delete);
}

constexpr sqlite3_io_methods methods{
    2,        close,   read,        write,           truncate,   sync,        size,           lock,         unlock,
    reserved, control, sector_size, characteristics, map_shared, lock_shared, shared_barrier, unmap_shared, nullptr,
    nullptr};

int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flags_given) {
  auto& disk = disk_of(vfs);
  constexpr int modelled = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
  if (path == nullptr || (flags & modelled) == 0) return disk.real->xOpen(disk.real, path, file, flags, flags_given);
  auto& f = self(file);
  f = File{};
  if (disk.power_lost) return SQLITE_CANTOPEN;

  auto& image = disk.image(path);
  if (!image.seen) {
    if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    image.leave_entry();
    image.seen = image.synced = std::string();
    image.unsynced.clear();
  }
  f.disk = &disk;
  f.image = &image;
  if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
    f.real = reinterpret_cast<sqlite3_file*>(&f + 1);
    if (const int code = disk.real->xOpen(disk.real, path, f.real, flags, flags_given); code != SQLITE_OK) return code;
  } else if (flags_given != nullptr) {
    *flags_given = flags;
  }
  ++disk.open_files;
  f.base.pMethods = &methods;
  return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* path, int sync_directory) {
  auto& disk = disk_of(vfs);
  if (!disk.powered()) return SQLITE_IOERR_DELETE;
  auto& image = disk.image(path);
  if (!image.seen) return SQLITE_IOERR_DELETE_NOENT;
  image.leave_entry();
  image.seen.reset();
  image.synced.clear();
  image.unsynced.clear();
  if (sync_directory != 0) image.settle_entry();
  return SQLITE_OK;
}

int access(sqlite3_vfs* vfs, const char* path, int flags, int* result) {
  auto& disk = disk_of(vfs);
  if (disk.power_lost) return SQLITE_IOERR_ACCESS;
  if (flags != SQLITE_ACCESS_EXISTS) return disk.real->xAccess(disk.real, path, flags, result);
  const auto& seen = disk.image(path).seen;
  *result = seen && !seen->empty() ? 1 : 0;  // SQLite's own takes an empty file for none
  return SQLITE_OK;
}

int full_path(sqlite3_vfs* vfs, const char* path, int count, char* into) {
  return disk_of(vfs).real->xFullPathname(disk_of(vfs).real, path, count, into);
}
int randomness(sqlite3_vfs* vfs, int count, char* into) {
  return disk_of(vfs).real->xRandomness(disk_of(vfs).real, count, into);
}
int wait_for(sqlite3_vfs* vfs, int microseconds) { return disk_of(vfs).real->xSleep(disk_of(vfs).real, microseconds); }
int last_error(sqlite3_vfs*, int, char*) { return 0; }
int time(sqlite3_vfs* vfs, double* days) { return disk_of(vfs).real->xCurrentTime(disk_of(vfs).real, days); }
int time_ms(sqlite3_vfs* vfs, sqlite3_int64* milliseconds) {
  return disk_of(vfs).real->xCurrentTimeInt64(disk_of(vfs).real, milliseconds);
}

std::string next_name() {
  static int count = 0;
  return "unsynced-" + std::to_string(++count);
}

}  // namespace

UnsyncedVfs::UnsyncedVfs(std::uint64_t seed) : disk_(std::make_unique<Disk>(seed)) {
  disk_->name = next_name();
  disk_->real = sqlite3_vfs_find(nullptr);
  auto& vfs = disk_->vfs;
  vfs.iVersion = 2;
  vfs.szOsFile = static_cast<int>(sizeof(File)) + disk_->real->szOsFile;
  vfs.mxPathname = disk_->real->mxPathname;
  vfs.zName = disk_->name.c_str();
  vfs.pAppData = disk_.get();
  vfs.xOpen = open;
  vfs.xDelete = remove;
  vfs.xAccess = access;
  vfs.xFullPathname = full_path;
  vfs.xRandomness = randomness;
  vfs.xSleep = wait_for;
  vfs.xGetLastError = last_error;
  vfs.xCurrentTime = time;
  vfs.xCurrentTimeInt64 = time_ms;
  ROSTRUM_ASSERT(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK);
}

UnsyncedVfs::~UnsyncedVfs() {
  ROSTRUM_ASSERT(disk_->open_files == 0);
  sqlite3_vfs_unregister(&disk_->vfs);
}

const std::string& UnsyncedVfs::name() const { return disk_->name; }
void UnsyncedVfs::lose_power_after(std::uint64_t count) { disk_->operations_left = count; }
bool UnsyncedVfs::power_lost() const { return disk_->power_lost; }
void UnsyncedVfs::next_process() {
  ROSTRUM_ASSERT(disk_->open_files == 0);
  disk_->power_lost = false;
}

void UnsyncedVfs::leave_room(std::uint64_t bytes) { disk_->bytes_max = disk_->bytes_used() + bytes; }
void UnsyncedVfs::make_room() { disk_->bytes_max.reset(); }
void UnsyncedVfs::fail_next_sync() { disk_->sync_fails = true; }

void UnsyncedVfs::restart(Survives survives) {
  ROSTRUM_ASSERT(disk_->open_files == 0);
  for (const auto& [path, image] : disk_->images) {
    auto found = image.durable();
    if (survives == Survives::sectors_at_random && (image.entry_durable || disk_->random() % 2 == 0)) {
      found = image.seen ? std::optional(disk_->surviving(image)) : std::nullopt;
    }
    if (found) {
      write_bytes(path, *found);
    } else {
      std::filesystem::remove(path);
    }
  }
}

}  // namespace rostrum::journal
