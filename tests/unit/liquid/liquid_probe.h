// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTest>
#include <vector>

#include "liquid/renderer.h"

namespace heliograph::liquid {

/// Variables that the tests of this folder share: a person, lists, hashes and the kinds that are no text.
class Sample final {
 public:
  Sample() {
    const Value orders =
        m_store.array({order("Lamp", Value::integer(40), true), order("rug", Value::decimal(125, 1), false),
                       order("Bowl", Value::nil(), true)});
    m_roots = {{"name", m_store.string("Emma")},
               {"city", m_store.string("Zürich")},
               {"points", Value::integer(363)},
               {"rate", Value::decimal(25, 1)},
               {"yes", Value::boolean(true)},
               {"no", Value::boolean(false)},
               {"nothing", Value::nil()},
               {"blanks", m_store.string("  ")},
               {"none", m_store.string("")},
               {"key", m_store.string("tier")},
               {"tags", m_store.array({m_store.string("b"), m_store.string("a"), m_store.string("C")})},
               {"numbers", m_store.array({Value::integer(3), Value::integer(1), Value::integer(2)})},
               {"nested", m_store.array({Value::integer(1), m_store.array({Value::integer(2), Value::integer(3)})})},
               {"mixed", m_store.array({Value::integer(1), m_store.string("a")})},
               {"gaps", m_store.array({Value::integer(1), Value::nil(), Value::integer(2)})},
               {"void", m_store.array({})},
               {"card", m_store.hash({{"tier", m_store.string("gold")}, {"since", Value::integer(2019)}})},
               {"orders", orders}};
  }

  const std::vector<Root>& roots() const { return m_roots; }

 private:
  Value order(const char* title, Value price, bool paid) {
    return m_store.hash({{"title", m_store.string(title)}, {"price", price}, {"paid", Value::boolean(paid)}});
  }

  ValueStore m_store;
  std::vector<Root> m_roots;
};

inline QString toText(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What a template gives with the sample's variables: its text, or "fault: …", or "aborted: …".
inline QString rendered(const QString& source, const RenderOptions& options = {},
                        const Environment& environment = Environment::standard()) {
  static const Sample sample;
  static Renderer renderer;
  const ParseResult parsed = Template::parse(source.toStdString(), environment);
  if (!parsed) return QStringLiteral("fault: ") + QString::fromStdString(parsed.diagnostics.front().message);
  const RenderResult result = renderer.render(*parsed.compiled, sample.roots(), options);
  switch (result.status) {
    case RenderStatus::Ok:
      return toText(result.output);
    case RenderStatus::Error:
      return QStringLiteral("fault: ") + QString::fromStdString(result.message);
    case RenderStatus::Aborted:
      break;
  }
  return QStringLiteral("aborted: ") + QString::fromStdString(result.message);
}

/// Columns of a table of templates with the texts they give.
inline void templateColumns() {
  QTest::addColumn<QString>("source");
  QTest::addColumn<QString>("text");
}

/// One line of such a table, named by its template.
inline void line(const char* source, const char* text) {
  QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(text);
}

}  // namespace heliograph::liquid

/// Compares the text of the current row's template with the wanted one; "fault" stands for any fault.
#define CHECK_ROW()                                        \
  do {                                                     \
    QFETCH(QString, source);                               \
    QFETCH(QString, text);                                 \
    const QString given = rendered(source);                \
    if (text == QStringLiteral("fault")) {                 \
      QVERIFY2(given.startsWith(text), qPrintable(given)); \
    } else {                                               \
      QCOMPARE(given, text);                               \
    }                                                      \
  } while (false)
