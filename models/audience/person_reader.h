// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "audience/events/value_typing.h"
#include "audience/import_plan.h"
#include "audience/imported_person.h"
#include "audience/phone_repair.h"
#include "audience/row_source.h"
#include "audience/zone_offsets.h"

namespace heliograph::audience {

/// Something that is wrong with a row. The reason never holds the value.
struct RowProblem {
  QString column;  ///< empty: the row as a whole
  QString reason;
  bool rejects = false;  ///< the row is left out
};

/// Reads rows of a file by a plan: types, phone numbers, opt-outs.
class PersonReader final {
 public:
  PersonReader(const ImportPlan& plan, std::string region, const QTimeZone& zone, Repairs repairs = usualRepairs())
      : m_plan(plan), m_repair(std::move(region), repairs), m_zone(zone), m_typing(zone) {}

  /// The person of a record; valid until the next call. What is wrong is in problems(); nullptr if the row is left out.
  [[nodiscard]] const ImportedPerson* read(const TableRow& record);
  [[nodiscard]] const std::vector<RowProblem>& problems() const { return m_problems; }
  /// What its cell with the phone number holds, and how it was read.
  [[nodiscard]] std::string_view phoneText() const { return m_phoneText; }
  [[nodiscard]] const PhoneReading& phoneReading() const { return m_phone; }

 private:
  void reject(int column, const QString& reason);
  void warn(int column, const QString& reason);
  bool checkShape(const TableRow& record);
  bool readIdentity();
  void readPhone();
  void readSubscription();
  void readTimeZone();
  void readApps();
  [[nodiscard]] StoredValue readValue(const PlannedProperty& property);
  [[nodiscard]] std::string_view cell(int column) const;

  const ImportPlan& m_plan;
  PhoneRepair m_repair;
  ZoneOffsets m_zone;
  ValueTyping m_typing;
  const TableRow* m_record = nullptr;
  ImportedPerson m_person;
  std::string_view m_phoneText;
  PhoneReading m_phone;
  std::deque<std::string> m_lists;  ///< that values look at
  std::vector<RowProblem> m_problems;
  std::unordered_map<std::string, bool> m_knownZones;
};

}  // namespace heliograph::audience
