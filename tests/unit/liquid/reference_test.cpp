// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/reference.h"

#include <algorithm>

#include "liquid/compiler.h"
#include "liquid/filter.h"
#include "liquid_probe.h"

using namespace heliograph::liquid;

namespace {

bool explains(std::span<const Reference> references, std::string_view name) {
  return std::any_of(references.begin(), references.end(),
                     [&](const Reference& each) { return each.name == name && !each.summary.empty(); });
}

}  // namespace

/// Everything that can be written is explained, and the examples are true.
class ReferenceTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFilterIsExplained() {
    for (const std::string_view name : filterNames(Environment::messages())) {
      QVERIFY2(explains(filterReferences(), name), std::string(name).c_str());
    }
    QCOMPARE(filterReferences().size(), filterNames(Environment::messages()).size());
  }

  void everyTagIsExplained() {
    for (const std::string_view name : Compiler::tagNames(Environment::messages())) {
      QVERIFY2(explains(tagReferences(), name), std::string(name).c_str());
    }
  }

  void entriesAreSorted() {
    for (const auto references : {filterReferences(), tagReferences()}) {
      QVERIFY(std::is_sorted(references.begin(), references.end(),
                             [](const Reference& a, const Reference& b) { return a.name < b.name; }));
    }
  }

  void examplesAreTrue_data() {
    templateColumns();
    for (const Reference& each : filterReferences()) {
      const QString example = toText(each.example);
      const auto parts = example.split(QStringLiteral(" → "));
      if (parts.size() != 2 || example.contains(QStringLiteral("list"))) continue;
      QTest::newRow(std::string(each.name).c_str()) << parts[0] << parts[1];
    }
  }
  void examplesAreTrue() {
    QFETCH(QString, source);
    QFETCH(QString, text);
    QCOMPARE(rendered(source, {}, Environment::messages()), text);
  }

  void examplesOfTagsCanBeRead() {
    for (const Reference& each : tagReferences()) {
      const bool read = Template::parse(each.example, Environment::messages()).compiled.has_value();
      QVERIFY2(read, std::string(each.name).c_str());
    }
  }
};

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
