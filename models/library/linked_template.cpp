// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_template.h"

#include <QRegularExpression>
#include <algorithm>
#include <functional>

namespace heliograph::library {
namespace {

constexpr qsizetype kLongestUrl = 8192;

const QRegularExpression& placeholder() {
  static const QRegularExpression expression(QStringLiteral("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*\\}\\}"));
  return expression;
}

/// The parts of an address as they are written: scheme and authority, path, query; the fragment never leaves.
struct UrlParts {
  QString site;
  QString path;
  QString query;
};

UrlParts partsOf(const QString& url) {
  const QString whole = url.section(QLatin1Char('#'), 0, 0).trimmed();
  const qsizetype authority = whole.indexOf(QLatin1String("://"));
  qsizetype site = authority < 0 ? whole.size() : authority + 3;
  while (site < whole.size() && whole[site] != QLatin1Char('/') && whole[site] != QLatin1Char('?')) ++site;
  const QString rest = whole.mid(site);
  return {whole.left(site), rest.section(QLatin1Char('?'), 0, 0), rest.section(QLatin1Char('?'), 1)};
}

Result<QString> filled(const QString& text, const std::function<Result<QString>(const QString&)>& valueOf) {
  QString result;
  qsizetype done = 0;
  for (auto match = placeholder().globalMatch(text); match.hasNext();) {
    const auto one = match.next();
    const auto value = valueOf(one.captured(1));
    if (!value) return fail(value.error());
    result += text.mid(done, one.capturedStart() - done) + *value;
    done = one.capturedEnd();
  }
  return result + text.mid(done);
}

tl::unexpected<Error> missingValue(const QString& name) {
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("The address needs a value for “%1”, and there is none.").arg(name));
}

Result<QString> encoded(const LinkedValues& values, const QString& name, bool isNeeded) {
  const QString value = values.value(name);
  if (value.isEmpty() && isNeeded) return missingValue(name);
  return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

bool leadsElsewhere(const QString& segment) {
  const QString plain = QUrl::fromPercentEncoding(segment.toLatin1());
  return plain == QLatin1String(".") || plain == QLatin1String("..");
}

Result<QString> filledPath(const QString& path, const LinkedValues& values) {
  QStringList segments;
  for (const QString& segment : path.split(QLatin1Char('/'))) {
    const auto text = filled(segment, [&](const QString& name) { return encoded(values, name, true); });
    if (!text) return text;
    if (*text != segment && leadsElsewhere(*text)) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("A value would lead to another place than the address says."));
    }
    segments << *text;
  }
  return segments.join(QLatin1Char('/'));
}

Result<QString> filledQuery(const QString& query, const LinkedValues& values) {
  QStringList fields;
  for (const QString& field : query.split(QLatin1Char('&'))) {
    const qsizetype equals = field.indexOf(QLatin1Char('='));
    const auto name = filled(field.left(equals), [&](const QString& one) { return encoded(values, one, true); });
    if (!name) return name;
    if (equals < 0) {
      fields << *name;
      continue;
    }
    const auto value = filled(field.mid(equals + 1), [&](const QString& one) { return encoded(values, one, false); });
    if (!value) return value;
    fields << *name + QLatin1Char('=') + *value;
  }
  return fields.join(QLatin1Char('&'));
}

bool isWebSite(const QUrl& url) {
  const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
  return url.isValid() && isHttp && !url.host().isEmpty();
}

}  // namespace

QStringList placeholdersOf(const QString& text) {
  QStringList names;
  for (auto match = placeholder().globalMatch(text); match.hasNext();) names << match.next().captured(1);
  names.removeDuplicates();
  return names;
}

Result<> checkLinkedUrl(const QString& url) {
  const UrlParts parts = partsOf(url);
  const QUrl site(parts.site, QUrl::StrictMode);
  if (parts.site.contains(QLatin1Char('{')) && parts.site.contains(QLatin1String("://"))) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("Placeholders may stand in the path and in the query, not in "
                                                        "the name of the server."));
  }
  if (!isWebSite(site)) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("This is not the address of a web service. It must begin with https:// or http://."));
  }
  if (!site.userInfo().isEmpty()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("The address holds a user name or password. Choose how to sign "
                                                        "in below, where it is kept safe."));
  }
  QString rest = parts.path + QLatin1Char('?') + parts.query;
  rest.remove(placeholder());
  if (rest.contains(QLatin1String("{{")) || rest.contains(QLatin1String("}}"))) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("A placeholder can't be read. Write {{name}}, with letters, digits and _."));
  }
  return {};
}

Result<QUrl> filledUrl(const QString& url, const LinkedValues& values) {
  HELIOGRAPH_TRY(checkLinkedUrl(url));
  const UrlParts parts = partsOf(url);
  const auto path = filledPath(parts.path, values);
  if (!path) return fail(path.error());
  QString whole = parts.site + *path;
  if (!parts.query.isEmpty()) {
    const auto query = filledQuery(parts.query, values);
    if (!query) return fail(query.error());
    whole += QLatin1Char('?') + *query;
  }
  const QUrl made(whole);
  if (!isWebSite(made) || whole.size() > kLongestUrl) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("With these values it is no address that can be asked."));
  }
  return made;
}

Result<QByteArray> filledHeader(const QString& text, const LinkedValues& values) {
  const auto value = filled(text, [&](const QString& name) { return Result<QString>(values.value(name)); });
  const bool staysInLine = value && std::none_of(value->begin(), value->end(), [](QChar c) { return c < u' '; });
  if (!staysInLine) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("A value can't stand in a header, as it isn't one line."));
  }
  return value->toUtf8();
}

}  // namespace heliograph::library
