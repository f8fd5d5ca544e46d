// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/json_place.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace heliograph::providers {
namespace {

/// Walks over what is known to be JSON.
class JsonWalk {
 public:
  JsonWalk(const QByteArray& json, const QStringList& path) : m_json(json), m_path(path) {}

  int line() {
    descend(0);
    return static_cast<int>(m_json.left(m_found).count('\n')) + 1;
  }

 private:
  [[nodiscard]] char here() const { return m_at < m_json.size() ? m_json.at(m_at) : '\0'; }

  void skipBlanks() {
    while (here() == ' ' || here() == '\t' || here() == '\r' || here() == '\n') ++m_at;
  }

  /// The text at the present place, which is behind it then.
  QString text() {
    const qsizetype start = m_at++;
    while (m_at < m_json.size() && here() != '"') m_at += here() == '\\' ? 2 : 1;
    ++m_at;
    return QJsonDocument::fromJson('[' + m_json.mid(start, m_at - start) + ']').array().at(0).toString();
  }

  void skipValue() {
    int depth = 0;
    do {
      if (here() == '"') {
        (void)text();
        continue;
      }
      if (here() == '{' || here() == '[') ++depth;
      if (here() == '}' || here() == ']') --depth;
      ++m_at;
    } while (m_at < m_json.size() && (depth > 0 || !isEndOfValue()));
  }

  [[nodiscard]] bool isEndOfValue() const {
    const char c = here();
    return c == ',' || c == '}' || c == ']' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /// `step`: of the path, which is looked for in the value at the present place.
  void descend(qsizetype step) {
    skipBlanks();
    const bool named = here() == '{';
    if (step >= m_path.size() || (!named && here() != '[')) return;
    const char end = named ? '}' : ']';
    int index = 0;
    for (++m_at, skipBlanks(); m_at < m_json.size() && here() != end; skipBlanks()) {
      const qsizetype start = m_at;
      QString name = QString::number(index++);
      if (named) {
        name = text();
        skipBlanks();
        ++m_at;  // the colon
        skipBlanks();
      }
      if (name == m_path.at(step)) {
        m_found = start;
        return descend(step + 1);
      }
      skipValue();
      skipBlanks();
      if (here() == ',') ++m_at;
    }
  }

  const QByteArray& m_json;
  const QStringList& m_path;
  qsizetype m_at = 0;
  qsizetype m_found = 0;
};

}  // namespace

int lineOfPlace(const QByteArray& json, const QStringList& path) {
  return JsonWalk(json, path).line();
}

Error withLine(Error error, const QByteArray& json) {
  static const QRegularExpression place(QStringLiteral("\\AAt “([^”]+)”:"));
  const auto match = place.match(error.message);
  if (!match.hasMatch()) return error;
  const int line = lineOfPlace(json, match.captured(1).split(u'/'));
  error.message.insert(match.capturedEnd() - 1, QStringLiteral(", line %1").arg(line));
  return error;
}

}  // namespace heliograph::providers
