// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QStandardPaths>

#include "composer_fixture.h"

using namespace heliograph;
using test::ComposerFixture;
using test::WindowFixture;

namespace {

constexpr int kHeldPatience = ComposerFixture::patience;

/// So many days from now, at noon: the window has the computer's clock.
schedule::Once noonIn(int days) {
  return {{QDate::currentDate().addDays(days), QTime(12, 0), "UTC"}};
}

}  // namespace

/// Letting the provider keep the messages, by keys.
class HeldPageTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() {
    m_fixture = std::make_unique<ComposerFixture>();
    providers::Provider provider;
    provider.name = QStringLiteral("Keeper");
    provider.type = QStringLiteral("sandbox");
    const auto id = m_fixture->workspace().providers.create(provider);
    QVERIFY(id);
    document().setRoute({QStringLiteral("provider"), id->value});
    document().setAudience(campaign::Audience::everybody());
    document().setMessage("Hi");
    document().setWhen(noonIn(10));
    ComposerFixture::goTo(3);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shown("when.keep"), kHeldPatience);
  }
  void cleanup() { m_fixture.reset(); }

  void itIsOffFirstAndTickedByKey() {
    // What the page proposes, tomorrow, can be kept as well.
    m_fixture->find("when.once")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(!keep()->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(keep()->isEnabled() && keep()->text().contains(QStringLiteral("Keeper")), kHeldPatience);
    keep()->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(schedule::isHeldByProvider(m_fixture->saved().when), kHeldPatience);
    QVERIFY(!m_fixture->shown("when.late"));
    QVERIFY(m_fixture->said("when.keepWords").contains(QStringLiteral("unsubscribes")));
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!schedule::isHeldByProvider(m_fixture->saved().when), kHeldPatience);
  }

  void whyItCantBeIsSaid() {
    document().setWhen(noonIn(60));
    ComposerFixture::goTo(2);
    ComposerFixture::goTo(3);
    QTRY_VERIFY_WITH_TIMEOUT(!keep()->isEnabled(), kHeldPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("when.keepWords").contains(QStringLiteral("35 days")), kHeldPatience);
  }

  void publishSaysItAndWantsItSeen() {
    schedule::Once once = noonIn(10);
    once.heldByProvider = true;
    document().setWhen(once);
    ComposerFixture::goTo(4);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find("publish.check.holding_frozen") != nullptr, kHeldPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->said("publish.sentence").contains(QStringLiteral("keeps them until then")),
                             kHeldPatience);
  }

 private:
  [[nodiscard]] QCheckBox* keep() const { return m_fixture->find<QCheckBox>("when.keep"); }
  [[nodiscard]] ui::CampaignDocument& document() const { return m_fixture->document(); }

  std::unique_ptr<ComposerFixture> m_fixture;
};

QTEST_MAIN(HeldPageTest)
#include "held_page_test.moc"
