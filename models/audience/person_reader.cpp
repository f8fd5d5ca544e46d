// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/person_reader.h"

#include <algorithm>

#include "audience/cell_value.h"
#include "audience/events/list_value.h"
#include "phone/phone_number.h"

namespace heliograph::audience {
namespace {

constexpr std::size_t longestIdentity = 1024;

}  // namespace

const ImportedPerson* PersonReader::read(const TableRow& record) {
  m_problems.clear();
  m_record = &record;
  m_person.unsubscribed = false;
  m_person.timeZone = {};
  m_phoneText = {};
  m_phone = {};
  if (!checkShape(record)) return nullptr;
  readPhone();
  if (!readIdentity()) return nullptr;
  readSubscription();
  readTimeZone();
  readApps();
  m_person.values.clear();
  m_lists.clear();
  for (const PlannedProperty& property : m_plan.properties) m_person.values.push_back(readValue(property));
  return &m_person;
}

std::string_view PersonReader::cell(int column) const {
  const auto index = static_cast<std::size_t>(column);
  return index < m_record->fields.size() ? trimmedCell(m_record->fields[index]) : std::string_view();
}

void PersonReader::reject(int column, const QString& reason) {
  m_problems.push_back({column < 0 ? QString() : m_plan.header.at(column), reason, true});
}

void PersonReader::warn(int column, const QString& reason) {
  m_problems.push_back({m_plan.header.at(column), reason, false});
}

bool PersonReader::checkShape(const TableRow& record) {
  const auto expected = static_cast<std::size_t>(m_plan.header.size());
  if (record.damage != TableRow::Damage::None) {
    reject(-1, record.damage == TableRow::Damage::OpenQuote
                   ? QStringLiteral("a quotation mark is opened and never closed")
               : record.damage == TableRow::Damage::NoJson ? QStringLiteral("it is no JSON object")
                                                           : QStringLiteral("the row is too long to be one person"));
    return false;
  }
  std::size_t filled = record.fields.size();
  while (filled > expected && trimmedCell(record.fields[filled - 1]).empty()) --filled;
  if (filled != expected && !record.ragged) {
    reject(-1, QStringLiteral("the number of fields is %1, the header has %2").arg(filled).arg(expected));
    return false;
  }
  for (std::size_t i = 0; i < std::min(expected, record.fields.size()); ++i) {
    const bool hasNul = record.fields[i].find('\0') != std::string_view::npos;
    if (!hasNul && isUtf8(record.fields[i])) continue;
    reject(static_cast<int>(i), hasNul ? QStringLiteral("there is a NUL character in it, which no text has")
                                       : QStringLiteral("the text isn't UTF-8"));
    return false;
  }
  return true;
}

bool PersonReader::readIdentity() {
  const bool byNumber = m_plan.identity == m_plan.phone;
  m_person.identity = byNumber ? std::string_view(m_person.phone) : cell(m_plan.identity);
  if (m_person.identity.empty()) {
    reject(m_plan.identity, QStringLiteral("the identity is empty"));
  } else if (m_person.identity.size() > longestIdentity) {
    reject(m_plan.identity, QStringLiteral("the identity is longer than %1 bytes").arg(longestIdentity));
  } else if (byNumber && !phone::isSendable(m_person.phoneState)) {
    m_problems.clear();
    reject(m_plan.identity, QStringLiteral("the number tells people apart, and this one can't exist"));
  } else {
    return true;
  }
  return false;
}

void PersonReader::readPhone() {
  m_person.phone.clear();
  m_person.country.clear();
  m_person.phoneState = phone::PhoneState::None;
  if (m_plan.phone < 0) return;
  const std::string_view text = cell(m_plan.phone);
  m_phoneText = text;
  m_phone = m_repair.read(text);
  const phone::ParsedPhone& parsed = m_phone.parsed;
  m_person.phoneState = parsed.state;
  if (parsed.number) {
    m_person.phone = parsed.number->e164().toStdString();
    m_person.country = parsed.number->region().toStdString();
  } else {
    m_person.phone = text;
  }
  if (parsed.state == phone::PhoneState::Invalid) {
    warn(m_plan.phone, QStringLiteral("the phone number can't be texted: %1").arg(parsed.reason));
  } else if (parsed.state == phone::PhoneState::Possible) {
    warn(m_plan.phone, QStringLiteral("the phone number may be wrong: %1").arg(parsed.reason));
  }
}

void PersonReader::readSubscription() {
  if (m_plan.subscription < 0) return;
  const std::string_view text = cell(m_plan.subscription);
  if (text.empty()) return;
  const auto value = readBoolean(text);
  if (value) {
    m_person.unsubscribed = *value == m_plan.trueUnsubscribes;
  } else {
    warn(m_plan.subscription, QStringLiteral("neither true nor false; the subscription was left as it is"));
  }
}

void PersonReader::readTimeZone() {
  if (m_plan.timeZone < 0) return;
  const std::string_view text = cell(m_plan.timeZone);
  if (text.empty()) return;
  auto [known, isNew] = m_knownZones.try_emplace(std::string(text), false);
  if (isNew)
    known->second = QTimeZone::isTimeZoneIdAvailable(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
  if (known->second) {
    m_person.timeZone = text;
  } else {
    warn(m_plan.timeZone, QStringLiteral("no time zone is called like that; left as it is"));
  }
}

/// Devices and consents.
void PersonReader::readApps() {
  m_person.devices.clear();
  m_person.consents.clear();
  const std::string_view devices = m_record->devices;
  const std::string_view consents = m_record->consents;
  if (!devices.empty() && !readDevices(devices, m_person.devices)) {
    m_problems.push_back({QStringLiteral("devices"), QStringLiteral("a device has neither an id nor a token"), false});
  }
  if (consents.empty()) return;
  if (!readConsents(consents, m_typing, m_person.consents)) {
    m_problems.push_back(
        {QStringLiteral("consents"), QStringLiteral("a consent can't be understood; it was left out"), false});
  }
  const bool refused = std::any_of(m_person.consents.begin(), m_person.consents.end(),
                                   [](const ImportedConsent& each) { return each.channel == "sms" && !each.given; });
  m_person.unsubscribed = m_person.unsubscribed || refused;
}

StoredValue PersonReader::readValue(const PlannedProperty& property) {
  const std::string_view text = cell(property.column);
  if (text.empty()) return {};
  switch (property.type) {
    case PropertyType::Text:
      return text;
    case PropertyType::Number:
      if (const auto number = readNumber(text))
        return std::visit([](auto value) { return StoredValue(value); }, *number);
      warn(property.column, QStringLiteral("not a number; left as it is"));
      return {};
    case PropertyType::Boolean:
      if (const auto value = readBoolean(text)) return std::int64_t{*value ? 1 : 0};
      warn(property.column, QStringLiteral("neither true nor false; left as it is"));
      return {};
    case PropertyType::List:
      if (auto list = readList(text)) return std::string_view(m_lists.emplace_back(std::move(*list)));
      warn(property.column, QStringLiteral("not a list such as [\"red\",\"blue\"]; left as it is"));
      return {};
    case PropertyType::Date:
      break;
  }
  // A spreadsheet's own dates come in ISO 8601, whatever its column says of texts.
  auto date = property.format ? property.format->read(text) : std::nullopt;
  if (!date) date = readIsoDate(text);
  if (!date && !property.format) date = readUnixTime(text);
  if (date) return date->exact ? date->milliseconds : m_zone.fromClock(date->milliseconds);
  warn(property.column, QStringLiteral("not a date of the expected form; left as it is"));
  return {};
}

}  // namespace heliograph::audience
