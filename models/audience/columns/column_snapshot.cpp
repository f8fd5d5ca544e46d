// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column_snapshot.h"

#include <algorithm>
#include <unordered_map>

#include "audience/columns/fixed_column.h"

namespace heliograph::audience {
namespace {

/// Parts by the serial of their file.
using KnownParts = std::unordered_map<quint64, std::shared_ptr<const ColumnPart>>;

KnownParts partsOf(const ColumnSnapshot& known) {
  KnownParts parts;
  for (std::size_t i = 0; i < known.people().size(); ++i) {
    parts.emplace(known.index().people[i].serial, known.people()[i]);
  }
  std::size_t ofType = 0;
  qint64 type = 0;
  for (const SnapshotIndex::Events& part : known.index().eventParts) {
    ofType = part.type == type ? ofType + 1 : 0;
    type = part.type;
    parts.emplace(part.serial, known.events(EventTypeId{type})[ofType]);
  }
  return parts;
}

Result<std::shared_ptr<const ColumnPart>> openPart(const ColumnFolder& folder, const QString& name,
                                                   const ColumnFileIdentity& identity, const KnownParts& known) {
  if (const auto found = known.find(identity.serial); found != known.end()) return found->second;
  auto file = ColumnFile::open(folder.file(name), identity);
  if (!file) return fail(file.error());
  return std::make_shared<const ColumnPart>(std::move(*file));
}

Result<> addBits(PeopleBits& bits, std::size_t part, const ColumnFile& file, std::int64_t column) {
  auto words = bitSection(file, column, SectionKind::Bits);
  if (!words) return fail(words.error());
  std::copy(words->begin(), words->end(), bits.words() + part * (kPeopleOfPart / 64));
  return {};
}

}  // namespace

Result<SnapshotIndex> readIndex(const ColumnFolder& folder) {
  QFile file(folder.indexFile());
  if (!file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::NotFound, QStringLiteral("The fast copy of the contacts isn't there."));
  }
  return SnapshotIndex::fromBytes(file.readAll());
}

Result<std::shared_ptr<const ColumnSnapshot>> ColumnSnapshot::open(const ColumnFolder& folder,
                                                                   const ColumnSnapshot* known) {
  auto index = readIndex(folder);
  if (!index) return fail(index.error());
  return open(folder, *index, known);
}

Result<std::shared_ptr<const ColumnSnapshot>> ColumnSnapshot::open(const ColumnFolder& folder,
                                                                   const SnapshotIndex& index,
                                                                   const ColumnSnapshot* known) {
  std::shared_ptr<ColumnSnapshot> snapshot(new ColumnSnapshot);
  snapshot->m_index = index;
  const bool same = known != nullptr && known->index().workspace == index.workspace;
  const KnownParts parts = same ? partsOf(*known) : KnownParts();
  for (const SnapshotIndex::People& entry : index.people) {
    auto part = openPart(folder, SnapshotIndex::fileName(entry), index.identity(entry.serial), parts);
    if (!part) return fail(part.error());
    if ((*part)->rows() > static_cast<std::size_t>(kPeopleOfPart)) {
      return damagedColumns(QStringLiteral("a part has too many people"));
    }
    snapshot->m_people.push_back(std::move(*part));
  }
  for (const SnapshotIndex::Events& entry : index.eventParts) {
    auto part = openPart(folder, SnapshotIndex::fileName(entry), index.identity(entry.serial), parts);
    if (!part) return fail(part.error());
    snapshot->m_events[entry.type].push_back(std::move(*part));
  }
  if (same && known->hasFacts()) {
    auto facts = snapshot->readFacts(known);
    if (!facts) return fail(facts.error());
    snapshot->m_facts = std::move(*facts);
  }
  return snapshot;
}

bool ColumnSnapshot::hasFacts() const {
  const std::lock_guard lock(m_mutex);
  return m_facts.has_value();
}

const ColumnSnapshot::Parts& ColumnSnapshot::events(EventTypeId type) const {
  static const Parts none;
  const auto found = m_events.find(type.value);
  return found == m_events.end() ? none : found->second;
}

Result<const PeopleFacts*> ColumnSnapshot::facts() const {
  const std::lock_guard lock(m_mutex);
  if (!m_facts) {
    auto read = readFacts(nullptr);
    if (!read) return fail(read.error());
    m_facts = std::move(*read);
  }
  return &*m_facts;
}

Result<PeopleFacts> ColumnSnapshot::readFacts(const ColumnSnapshot* known) const {
  PeopleFacts facts{PeopleBits(limit()), PeopleBits(limit()), PeopleBits(limit()), PeopleBits(limit()), {}};
  for (std::size_t i = 0; i < m_people.size(); ++i) {
    const ColumnFile& file = m_people[i]->file();
    HELIOGRAPH_TRY(addBits(facts.everybody, i, file, FixedColumn::person));
    HELIOGRAPH_TRY(addBits(facts.unsubscribed, i, file, FixedColumn::unsubscribed));
    HELIOGRAPH_TRY(addBits(facts.noPhone, i, file, FixedColumn::noPhone));
    HELIOGRAPH_TRY(addBits(facts.sendable, i, file, FixedColumn::sendable));
  }
  const auto now = numbers();
  if (!now) return fail(now.error());
  if (known == nullptr) {
    facts.same = SameAddress(*now);
    return facts;
  }
  const auto was = known->numbers();
  const auto before = known->facts();
  if (!was) return fail(was.error());
  if (!before) return fail(before.error());
  facts.same = (*before)->same.updated(*was, *now);
  return facts;
}

Result<SameAddress::Numbers> ColumnSnapshot::numbers() const {
  SameAddress::Numbers numbers;
  for (const auto& part : m_people) {
    auto ofPart = rowSection<std::int64_t>(part->file(), FixedColumn::number, SectionKind::Instants);
    if (!ofPart) return fail(ofPart.error());
    numbers.push_back(*ofPart);
  }
  return numbers;
}

}  // namespace heliograph::audience
