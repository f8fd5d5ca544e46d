// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/app_writer.h"

#include "audience/people_block.h"

namespace heliograph::audience {
namespace {

using storage::NativeStatement;

void bindKnown(NativeStatement& statement, int position, std::string_view text) {
  text.empty() ? statement.bindNull(position) : statement.bindText(position, text);
}

}  // namespace

Result<std::unique_ptr<AppWriter>> AppWriter::open(const storage::NativeConnection& connection, qint64 now) {
  std::unique_ptr<AppWriter> writer(new AppWriter(connection, now));
  HELIOGRAPH_TRY(writer->prepare());
  return writer;
}

Result<> AppWriter::prepare() {
  const auto keep = [this](std::unique_ptr<NativeStatement>& into, const QString& sql) -> Result<> {
    auto statement = m_connection.prepare(sql);
    if (!statement) return fail(statement.error());
    into = std::make_unique<NativeStatement>(std::move(*statement));
    return {};
  };
  HELIOGRAPH_TRY(keep(m_find, QStringLiteral("SELECT id FROM profile WHERE identity = ?")));
  HELIOGRAPH_TRY(keep(
      m_device, QStringLiteral(
                    "INSERT INTO device (profile_id, key, platform, make, model, os_version, app_version, sdk_version, "
                    "push_token, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
                    "profile_id = excluded.profile_id, platform = coalesce(excluded.platform, platform), "
                    "make = coalesce(excluded.make, make), model = coalesce(excluded.model, model), "
                    "os_version = coalesce(excluded.os_version, os_version), "
                    "app_version = coalesce(excluded.app_version, app_version), "
                    "sdk_version = coalesce(excluded.sdk_version, sdk_version), "
                    "push_token = coalesce(excluded.push_token, push_token), updated_at = excluded.updated_at")));
  HELIOGRAPH_TRY(
      keep(m_consent, QStringLiteral("INSERT INTO consent (profile_id, channel, given, source, given_at) "
                                     "VALUES (?, ?, ?, ?, ?) ON CONFLICT (profile_id, channel) DO UPDATE SET "
                                     "given = excluded.given, source = excluded.source, given_at = excluded.given_at "
                                     "WHERE excluded.given_at >= given_at")));
  HELIOGRAPH_TRY(keep(m_countChange, QStringLiteral("INSERT INTO people_block (block, changes) VALUES (?1 >> %1, 1) "
                                                    "ON CONFLICT (block) DO UPDATE SET changes = changes + 1")
                                         .arg(kPeopleBlockBits)));
  return keep(m_optOut, QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = ? AND opted_out = 0"));
}

Result<> AppWriter::write(const ImportedPerson& person) {
  m_find->bindText(1, person.identity);
  auto row = m_find->step();
  if (!row) return fail(row.error());
  if (!*row) return {};
  const std::int64_t id = m_find->integer(0);
  m_find->reset();
  for (const ImportedDevice& device : person.devices) HELIOGRAPH_TRY(writeDevice(id, device));
  for (const ImportedConsent& consent : person.consents) HELIOGRAPH_TRY(writeConsent(id, consent));
  m_countChange->bind(1, id);
  HELIOGRAPH_TRY(m_countChange->run());
  if (!person.unsubscribed) return {};
  m_optOut->bind(1, id);
  return m_optOut->run();
}

Result<> AppWriter::writeDevice(std::int64_t person, const ImportedDevice& device) {
  int position = 1;
  m_device->bind(position++, person);
  m_device->bindText(position++, device.key);
  for (const std::string* field : {&device.platform, &device.make, &device.model, &device.osVersion, &device.appVersion,
                                   &device.sdkVersion, &device.pushToken}) {
    bindKnown(*m_device, position++, *field);
  }
  m_device->bind(position, std::int64_t{m_now});
  return m_device->run();
}

Result<> AppWriter::writeConsent(std::int64_t person, const ImportedConsent& consent) {
  m_consent->bind(1, person);
  m_consent->bindText(2, consent.channel);
  m_consent->bind(3, std::int64_t{consent.given ? 1 : 0});
  m_consent->bindText(4, consent.source.empty() ? std::string_view("import") : std::string_view(consent.source));
  m_consent->bind(5, consent.at.value_or(m_now));
  return m_consent->run();
}

}  // namespace heliograph::audience
