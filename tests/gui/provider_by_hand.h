// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QPlainTextEdit>

#include "patience.h"
#include "providers/routes/definition_catalog.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

namespace heliograph::test {

/// The form for a provider that is described by hand, worked by keys.
class ProviderByHand final {
 public:
  explicit ProviderByHand(WindowFixture& fixture) : m_fixture(fixture) {}

  /// Opens it and types a name.
  void open() const {
    m_fixture.window().actions().find(ui::action::addProvider)->trigger();
    QTRY_VERIFY(m_fixture.find("provider.dialog") != nullptr);
    QTRY_COMPARE(QApplication::activeWindow(), m_fixture.find("provider.dialog"));
    m_fixture.find("provider.kind")->setFocus();
    choose("provider.kind", m_fixture.services().definitions.find(QStringLiteral("http"))->name);
    QVERIFY(WindowFixture::tabTo("provider.name"));
    WindowFixture::type(QStringLiteral("By hand"));
  }

  /// Goes to a choice by Tab and to one of its entries by arrow keys.
  void choose(const char* name, const QString& entry) const {
    QVERIFY2(WindowFixture::tabTo(name), name);
    auto* box = m_fixture.find<QComboBox>(name);
    WindowFixture::press(Qt::Key_Home);
    for (int i = 1; i < box->count() && box->currentText() != entry; ++i) WindowFixture::press(Qt::Key_Down);
    QCOMPARE(box->currentText(), entry);
  }

  /// Adds a pair to a list of them, such as "parameters"; `number` counts from 1.
  void addPair(const char* field, int number, const char* pairName, const char* value) const {
    QVERIFY(WindowFixture::tabTo((QByteArrayLiteral("pairs.add.") + field).constData()));
    WindowFixture::press(Qt::Key_Space);
    // The row that was added takes the keyboard.
    const QByteArray name = QByteArrayLiteral("pairs.") + field + ".name." + QByteArray::number(number);
    QTRY_COMPARE(QApplication::focusWidget(), m_fixture.find(name.constData()));
    WindowFixture::type(QLatin1String(pairName));
    WindowFixture::press(Qt::Key_Tab);
    WindowFixture::type(QLatin1String(value));
  }

  /// What is shown beside the form.
  [[nodiscard]] QString request() const { return m_fixture.find<QPlainTextEdit>("request.text")->toPlainText(); }

 private:
  WindowFixture& m_fixture;
};

}  // namespace heliograph::test
