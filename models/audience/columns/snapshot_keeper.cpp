// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/snapshot_keeper.h"

#include <chrono>

#include "audience/columns/snapshot_writer.h"
#include "core/logging.h"

namespace heliograph::audience {
namespace {

/// So many parts are read at once by whoever asks: quicker than answering without columns.
constexpr qint64 kPartsReadAtOnce = 4;
/// How often the workspace is looked at without being asked.
constexpr std::chrono::seconds kBetweenLooks{5};
/// After a failure, or when another program is at it.
constexpr std::chrono::seconds kBeforeNextTry{20};

}  // namespace

SnapshotKeeper::SnapshotKeeper(const storage::Database& database) : m_database(database), m_folder(database.path()) {}

SnapshotKeeper::~SnapshotKeeper() {
  m_end.cancel();
  {
    const std::lock_guard lock(m_askMutex);
    m_asked.notify_all();
  }
  if (m_thread.joinable()) m_thread.join();
}

/// Reads the state of the workspace if anything was written to it since.
Result<> SnapshotKeeper::look() {
  using storage::NativeConnection;
  if (!m_connection) {
    auto opened = NativeConnection::open(m_database, NativeConnection::Mode::Read);
    if (!opened) return fail(opened.error());
    m_connection.emplace(std::move(*opened));
  }
  auto version = m_connection->prepare(QStringLiteral("PRAGMA data_version"));
  if (!version) return fail(version.error());
  auto row = version->step();
  if (!row) return fail(row.error());
  const qint64 now = version->integer(0);
  if (now == m_version && m_catalog) return {};
  auto stamp = SnapshotStamp::read(*m_connection, m_database.path());
  if (!stamp) return fail(stamp.error());
  auto catalog = SegmentCatalog::load(m_database);
  if (!catalog) return fail(catalog.error());
  m_stamp = *stamp;
  m_catalog = std::make_shared<const SegmentCatalog>(std::move(*catalog));
  m_version = now;
  ++m_state;
  return {};
}

void SnapshotKeeper::use(std::shared_ptr<const ColumnSnapshot> snapshot) {
  m_snapshot = std::move(snapshot);
  ++m_generation;
}

bool SnapshotKeeper::isCurrent() const {
  return m_snapshot && m_snapshot->index().stamp() == m_stamp;
}

/// Whether the folder has what is wanted, as another thread or program may have brought it up.
bool SnapshotKeeper::useFolder() {
  const auto index = readIndex(m_folder);
  if (!index || index->stamp() != m_stamp) return false;
  auto opened = ColumnSnapshot::open(m_folder, *index, m_snapshot.get());
  if (!opened) {
    if (opened.error().code == ErrorCode::Damaged) m_folder.clear();
    return false;
  }
  use(std::move(*opened));
  return true;
}

std::optional<SnapshotGround> SnapshotKeeper::ground() {
  const std::lock_guard lock(m_mutex);
  if (auto looked = look(); !looked) {
    qCInfo(logAudience).noquote() << "column snapshot:" << looked.error().detail;
    return std::nullopt;
  }
  if (!isCurrent() && !useFolder()) {
    const auto index = readIndex(m_folder);
    const bool little = index && partsBehind(*index, m_stamp) <= kPartsReadAtOnce;
    if (!little || !bringUpLocked({}) || !isCurrent()) {
      ask();
      return std::nullopt;
    }
  }
  return SnapshotGround{m_snapshot, m_catalog, m_state, m_generation};
}

Result<> SnapshotKeeper::bringUpLocked(const CancelToken& cancel) {
  const std::unique_lock writing(m_writing, std::try_to_lock);
  if (!writing) return fail(ErrorCode::Busy, QStringLiteral("The fast copy of the contacts is being brought up."));
  auto brought = SnapshotWriter(m_database, m_folder).bringUp(m_snapshot.get(), cancel);
  if (!brought) return fail(brought.error());
  use(std::move(*brought));
  return {};
}

Result<> SnapshotKeeper::bringUp(const CancelToken& cancel) {
  const std::lock_guard writing(m_writing);
  std::shared_ptr<const ColumnSnapshot> known;
  {
    const std::lock_guard lock(m_mutex);
    known = m_snapshot;
  }
  auto brought = SnapshotWriter(m_database, m_folder).bringUp(known.get(), cancel);
  if (!brought && (brought.error().code == ErrorCode::Damaged || brought.error().code == ErrorCode::NotFound)) {
    m_folder.clear();
    brought = SnapshotWriter(m_database, m_folder).bringUp(nullptr, cancel);
  }
  if (!brought) return fail(brought.error());
  // Before anybody waits for it.
  if (auto facts = (*brought)->facts(); !facts) return fail(facts.error());
  const std::lock_guard lock(m_mutex);
  use(std::move(*brought));
  return {};
}

void SnapshotKeeper::throwAway() {
  const std::lock_guard lock(m_mutex);
  m_snapshot = nullptr;
  m_folder.clear();
  ask();
}

void SnapshotKeeper::ask() {
  const std::lock_guard lock(m_askMutex);
  m_wanted = true;
  m_asked.notify_all();
}

void SnapshotKeeper::keepUp() {
  if (m_thread.joinable()) return;
  ask();
  m_thread = std::thread([this] { keep(); });
}

bool SnapshotKeeper::isBehind() {
  const std::lock_guard lock(m_mutex);
  return look().has_value() && !isCurrent() && !useFolder();
}

void SnapshotKeeper::keep() {
  std::chrono::steady_clock::duration pause{};
  while (!m_end.isCancelled()) {
    {
      std::unique_lock lock(m_askMutex);
      m_asked.wait_for(lock, kBetweenLooks, [this] { return m_wanted || m_end.isCancelled(); });
      m_wanted = false;
      if (m_end.isCancelled()) break;
      // While much is written, as by an import, it isn't read again and again.
      if (pause.count() > 0) m_asked.wait_for(lock, pause, [this] { return m_end.isCancelled(); });
      if (m_end.isCancelled()) break;
    }
    pause = {};
    if (!isBehind()) continue;
    const auto begin = std::chrono::steady_clock::now();
    const auto brought = bringUp(m_end);
    pause = 2 * (std::chrono::steady_clock::now() - begin);
    if (brought) continue;
    if (brought.error().code == ErrorCode::Cancelled) break;
    qCInfo(logAudience).noquote() << "column snapshot:" << errorCodeName(brought.error().code)
                                  << brought.error().detail;
    pause = kBeforeNextTry;
  }
  storage::Database::closeConnectionsOfThread();
}

}  // namespace heliograph::audience
