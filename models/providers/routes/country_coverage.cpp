// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/country_coverage.h"

#include <QJsonDocument>

#include "providers/template/countries_field.h"
#include "storage/statement.h"

namespace heliograph::providers {
namespace {

using storage::Statement;

/// The settings of a route's members, by the statement that finds them.
Result<Coverage> coverageOfRows(Statement& find) {
  Coverage together = Coverage::none();
  bool any = false;
  while (true) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return any ? together : Coverage();
    any = true;
    Provider provider;
    provider.settings = QJsonDocument::fromJson(find.text(0).toUtf8()).object();
    together.add(Coverage::of(provider));
  }
}

Result<Coverage> coverageOfMembers(const storage::Database& database, const QString& condition, qint64 id) {
  Statement find(database,
                 QStringLiteral("SELECT p.settings FROM provider p WHERE p.archived_at IS NULL AND ") + condition);
  return coverageOfRows(find.bind(id));
}

}  // namespace

Coverage Coverage::none() {
  Coverage nothing;
  nothing.m_everywhere = false;
  return nothing;
}

Coverage Coverage::of(const Provider& provider) {
  const QStringList codes = countryCodes(provider.settings.value(countriesField().name).toString());
  if (codes.isEmpty()) return {};
  Coverage stated = none();
  for (const QString& code : codes) stated.m_countries.insert(code.toStdString());
  return stated;
}

void Coverage::add(const Coverage& other) {
  m_everywhere = m_everywhere || other.m_everywhere;
  if (m_everywhere) return m_countries.clear();
  m_countries.insert(other.m_countries.begin(), other.m_countries.end());
}

bool Coverage::covers(std::string_view region) const {
  return m_everywhere || region.empty() || m_countries.contains(region);
}

Result<Coverage> coverageOf(const storage::Database& database, const Route& route) {
  const QString group = QStringLiteral("p.id IN (SELECT provider_id FROM provider_group_member WHERE group_id = ?)");
  const QString one = QStringLiteral("p.id = ?");
  if (!route.isDefault()) return coverageOfMembers(database, route.kind == u"group" ? group : one, route.id);
  Statement chosen(database, QStringLiteral("SELECT id FROM provider_group WHERE is_default = 1"));
  const auto row = chosen.next();
  if (!row) return fail(row.error());
  if (*row) return coverageOfMembers(database, group, chosen.integer(0));
  Statement find(database,
                 QStringLiteral("SELECT settings FROM provider WHERE archived_at IS NULL AND is_default = 1"));
  return coverageOfRows(find);
}

}  // namespace heliograph::providers
