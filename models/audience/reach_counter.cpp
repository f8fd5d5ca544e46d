// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/reach_counter.h"

#include <QElapsedTimer>

#include "audience/columns/segment_engine.h"
#include "audience/profile_reader.h"
#include "audience/reachability.h"

namespace heliograph::audience {
namespace {

void add(Reach& reach, Reachability reachability) {
  ++reach.qualified;
  switch (reachability) {
    case Reachability::Reachable:
      ++reach.reachable;
      break;
    case Reachability::Unsubscribed:
      ++reach.unsubscribed;
      break;
    case Reachability::NoPhone:
      ++reach.noPhone;
      break;
    case Reachability::InvalidPhone:
      ++reach.invalidPhone;
      break;
    case Reachability::DuplicatePhone:
      ++reach.duplicatePhone;
      break;
    case Reachability::HeldBack:
      ++reach.heldBack;
      break;
    case Reachability::HeldBackByWorkspace:
      ++reach.heldBackByWorkspace;
      break;
  }
}

}  // namespace

Result<Reach> ReachCounter::count(const Segment& segment, const CancelToken& cancel, const ReachRules& rules) const {
  if (m_columns != nullptr) {
    if (auto reach = m_columns->reach(segment, rules, EvaluationTime::local(m_clock), cancel)) return *reach;
  }
  static constexpr qint64 rowsBetweenLooks = 4096;
  QElapsedTimer timer;
  timer.start();
  auto schema = ProfileSchema::load(m_database);
  if (!schema) return fail(schema.error());
  ProfileReading reading;
  reading.segment = segment;
  if (rules.withoutSeeds) reading.seeds = ProfileReading::Seeds::Without;
  reading.wanted = QStringList();
  auto reader = ProfileReader::open(m_database, *schema, reading, EvaluationTime::local(m_clock));
  if (!reader) return fail(reader.error());

  Reach reach;
  ReachabilityCheck check(rules.groups);
  while (true) {
    if (reach.qualified % rowsBetweenLooks == 0 && cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    }
    auto row = reader->next();
    if (!row) return fail(row.error());
    if (*row == nullptr) break;
    add(reach, check.next((*row)->id, (*row)->phoneState, (*row)->phone, (*row)->unsubscribed));
  }
  reach.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  return reach;
}

}  // namespace heliograph::audience
