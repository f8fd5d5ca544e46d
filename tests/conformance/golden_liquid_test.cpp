// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <QTextStream>
#include <map>
#include <set>

#include "app/cli/liquid_data.h"
#include "liquid/renderer.h"

using namespace heliograph;

namespace {

using liquid::Kind;
using liquid::Value;

/// The file with cases, or an empty text where it isn't there.
QByteArray readCases(const QString& name) {
  QFile file(qEnvironmentVariable("HELIOGRAPH_SOURCE_DIR") + QStringLiteral("/../shared/data/liquid/") + name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Value member(const Value& hash, std::string_view key) {
  for (std::uint32_t i = 0; hash.kind() == Kind::Hash && i < hash.size(); ++i) {
    if (hash.entries()[i].key == key) return hash.entries()[i].value;
  }
  return {};
}

QByteArray bytes(const Value& text) {
  return text.isString() ? QByteArray(text.toView().data(), static_cast<qsizetype>(text.size())) : QByteArray();
}

/// Everything in a file of cases; the values live as long as this.
struct CaseFile {
  std::optional<cli::LiquidData> data;
  std::vector<Value> cases;

  void load(const QString& name) {
    auto parsed = cli::LiquidData::parse(readCases(name));
    if (!parsed) return;
    data.emplace(std::move(*parsed));
    for (const liquid::Root& root : data->roots()) {
      if (root.name == "tests") cases.assign(root.value.items(), root.value.items() + root.value.size());
    }
  }
};

/// How a case went: its text, or the fault.
struct Outcome {
  bool ok = false;
  QByteArray text;
};

Outcome fault(const std::string& message) {
  return {false, QByteArray::fromStdString(message)};
}

Outcome run(const Value& one) {
  const auto main = liquid::Template::parse(member(one, "template").toView());
  if (!main) return fault(main.diagnostics.front().message);
  liquid::Partials partials;
  const Value templates = member(one, "templates");
  for (std::uint32_t i = 0; templates.kind() == Kind::Hash && i < templates.size(); ++i) {
    const auto partial = liquid::Template::parse(templates.entries()[i].value.toView());
    if (partial) partials.emplace(templates.entries()[i].key, *partial.compiled);
  }
  std::vector<liquid::Root> roots;
  const Value data = member(one, "data");
  for (std::uint32_t i = 0; data.kind() == Kind::Hash && i < data.size(); ++i) {
    roots.push_back({data.entries()[i].key, data.entries()[i].value});
  }
  liquid::RenderOptions options;
  options.now = 1'800'000'000;
  options.partials = &partials;
  static liquid::Renderer renderer;
  const auto result = renderer.render(*main.compiled, roots, options);
  if (!result.ok()) return fault(result.message);
  return {true, QByteArray(result.output.data(), static_cast<qsizetype>(result.output.size()))};
}

/// The reference prints faults into the text; here such a text has to fail.
bool expectsFault(const Value& one) {
  return member(one, "invalid").isTruthy() || bytes(member(one, "result")).contains("Liquid error");
}

bool matches(const Value& one, const Outcome& outcome) {
  if (expectsFault(one)) return !outcome.ok;
  const Value several = member(one, "results");
  if (several.kind() != Kind::Array) return outcome.ok && outcome.text == bytes(member(one, "result"));
  return outcome.ok && std::any_of(several.items(), several.items() + several.size(),
                                   [&](const Value& text) { return bytes(text) == outcome.text; });
}

QByteArray difference(const Value& one, const Outcome& outcome) {
  const QByteArray wanted = expectsFault(one) ? "a fault" : bytes(member(one, "result"));
  return bytes(member(one, "template")) + "\n  gives  " + (outcome.ok ? "" : "(fault) ") + outcome.text +
         "\n  wanted " + wanted;
}

}  // namespace

/// The public suites of Liquid cases, read from beside the checkout where they are.
class GoldenLiquidTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    m_golden.load(QStringLiteral("golden_liquid_visible.json"));
    m_basics.load(QStringLiteral("liquid_spec_basics.json"));
    readExceptions();
  }

  void goldenCasesGiveTheirText_data() { addRows(m_golden); }
  void goldenCasesGiveTheirText() {
    if (m_golden.cases.empty()) QSKIP("The golden cases aren't beside this checkout.");
    QFETCH(int, number);
    const Value& one = m_golden.cases[static_cast<std::size_t>(number)];
    const Outcome outcome = run(one);
    QVERIFY2(matches(one, outcome), difference(one, outcome).constData());
  }

  void basicCasesGiveTheirTextOrAreListed_data() { addRows(m_basics); }
  void basicCasesGiveTheirTextOrAreListed() {
    if (m_basics.cases.empty()) QSKIP("The basic cases aren't beside this checkout.");
    QFETCH(int, number);
    const Value& one = m_basics.cases[static_cast<std::size_t>(number)];
    const Outcome outcome = run(one);
    const bool listed = m_exceptions.contains(QString::fromUtf8(bytes(member(one, "name"))));
    QVERIFY2(matches(one, outcome) != listed,
             listed ? "This case works: take it off the list of exceptions." : difference(one, outcome).constData());
  }

 private:
  static void addRows(const CaseFile& file) {
    QTest::addColumn<int>("number");
    if (file.cases.empty()) QTest::newRow("none") << -1;
    int number = 0;
    for (const Value& one : file.cases) {
      QTest::addRow("%d %s", number, bytes(member(one, "name")).constData()) << number;
      ++number;
    }
  }

  void readExceptions() {
    QFile file(qEnvironmentVariable("HELIOGRAPH_SOURCE_DIR") +
               QStringLiteral("/tests/conformance/liquid_spec_exceptions.txt"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QTextStream lines(&file);
    while (!lines.atEnd()) {
      const QString line = lines.readLine().trimmed();
      if (!line.isEmpty() && !line.startsWith(u'#')) m_exceptions.insert(line);
    }
  }

  CaseFile m_golden;
  CaseFile m_basics;
  std::set<QString> m_exceptions;
};

QTEST_GUILESS_MAIN(GoldenLiquidTest)
#include "golden_liquid_test.moc"
