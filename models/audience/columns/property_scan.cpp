// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/property_scan.h"

#include <atomic>
#include <mutex>
#include <thread>

#include "audience/built_in_field.h"
#include "audience/columns/event_scan.h"
#include "audience/columns/fixed_column.h"
#include "audience/property_repository.h"
#include "audience/rules/segment_fields.h"

namespace heliograph::audience {
namespace {

/// From so many parts on, some 200,000 people, texts are looked at by two threads.
constexpr std::size_t kPartsForTwo = 16;

std::int64_t columnOfBuiltIn(const QString& name) {
  if (name == QLatin1String("identity")) return FixedColumn::identity;
  return name == QLatin1String("phone") ? FixedColumn::phone : FixedColumn::country;
}

bool isKnownField(const QString& name, const std::vector<Property>& properties) {
  return PersonColumn::of(name, properties).has_value();
}

}  // namespace

Result<PersonColumn> PersonColumn::of(const QString& name, const std::vector<Property>& properties) {
  if (const Property* property = findProperty(properties, name))
    return PersonColumn{property->id.value, property->type};
  for (const BuiltInField& field : builtInFields()) {
    if (field.name == name) return PersonColumn{columnOfBuiltIn(name), field.type};
  }
  return leftToStatement();
}

Result<PeopleBits> PropertyScan::run(const SegmentRule& rule) const {
  if (!isKnownField(rule.property, m_properties)) return derived(rule);
  auto column = PersonColumn::of(rule.property, m_properties);
  if (!column) return fail(column.error());
  const auto test = ValueTest::of(rule, column->type, m_time);
  if (!test) return leftToStatement();
  return scan(*column, *test);
}

Result<PeopleBits> PropertyScan::derived(const SegmentRule& rule) const {
  using Kind = DerivedField::Kind;
  const DerivedField* field = findDerivedField(rule.property);
  if (field == nullptr || !ValueTest::of(rule, field->type, m_time)) return leftToStatement();
  if (field->kind == Kind::Age) {
    const Property* birth = birthProperty(m_properties);
    auto ranges = birthRanges(rule.op, rule.values, m_time);
    if (birth == nullptr || !ranges) return leftToStatement();
    return scan({birth->id.value, PropertyType::Date}, ValueTest::inRanges(std::move(ranges->any), ranges->negative));
  }
  auto facts = m_snapshot.facts();
  if (!facts) return fail(facts.error());
  if (rule.op == SegmentOperator::Exists) return (*facts)->everybody;
  if (rule.op == SegmentOperator::NotExists) return PeopleBits(m_snapshot.limit());
  if (field->kind == Kind::HasPushToken) return leftToStatement();
  const bool yes = rule.op == SegmentOperator::IsTrue;
  const PeopleBits& who = field->kind == Kind::HasPhone ? (*facts)->sendable : (*facts)->unsubscribed;
  if (yes) return who;
  PeopleBits others = (*facts)->everybody;
  return others -= who;
}

Result<PeopleBits> PropertyScan::scan(const PersonColumn& column, const ValueTest& test) const {
  PeopleBits people(m_snapshot.limit());
  const std::size_t parts = m_snapshot.people().size();
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  Result<> done;
  const auto work = [&] {
    KnownLists lists;
    for (std::size_t part = next++; part < parts; part = next++) {
      auto scanned = scanPart(column, test, lists, part, people);
      if (scanned) continue;
      const std::lock_guard lock(mutex);
      done = std::move(scanned);
      next = parts;
    }
  };
  // Texts are many; numbers are there before another thread is.
  const bool texts = column.type == PropertyType::Text || column.type == PropertyType::List;
  std::thread helper;
  if (texts && parts >= kPartsForTwo) helper = std::thread(work);
  work();
  if (helper.joinable()) helper.join();
  if (!done) return fail(done.error());
  return people;
}

Result<> PropertyScan::scanPart(const PersonColumn& column, const ValueTest& test, KnownLists& lists, std::size_t part,
                                PeopleBits& people) const {
  static constexpr std::size_t wordsOfPart = kPeopleOfPart / 64;
  if (m_cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
  auto values = m_snapshot.people()[part]->column(column.column, column.type);
  if (!values) return fail(values.error());
  const auto scan = ColumnScan::of(**values, test, &lists);
  if (!scan) return leftToStatement();
  scan->run(0, std::span(people.words() + part * wordsOfPart, wordsOfPart));
  return {};
}

}  // namespace heliograph::audience
