// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "support/workspace_fixture.h"
#include "ui/campaign_autosave.h"

using namespace heliograph;
using namespace heliograph::ui;

namespace {

/// One draft, open in a document that saves itself.
struct OpenDraft {
  OpenDraft() : campaigns(workspace.database(), clock) {
    auto made = campaigns.create({});
    if (!made) qFatal("%s", qPrintable(made.error().message));
    document = std::make_unique<CampaignDocument>(*made);
    autosave = std::make_unique<CampaignAutosave>(*document, campaigns, background, clock);
  }
  [[nodiscard]] campaign::Campaign stored() const { return *campaigns.load(document->campaign().id); }

  test::WorkspaceFixture workspace;
  SystemClock clock;
  campaign::CampaignRepository campaigns;
  Background background;
  std::unique_ptr<CampaignDocument> document;
  std::unique_ptr<CampaignAutosave> autosave;
};

}  // namespace

class CampaignAutosaveTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aChangeIsInTheFileWithinASecond() {
    OpenDraft draft;
    draft.document->setName(QStringLiteral("Kept"));
    QCOMPARE(draft.autosave->state(), SaveState::Waiting);
    QTRY_COMPARE_WITH_TIMEOUT(draft.stored().name, QStringLiteral("Kept"), 1000);
    QTRY_COMPARE(draft.autosave->state(), SaveState::Saved);
    QCOMPARE(draft.document->campaign().revision, draft.stored().revision);
  }

  void whatChangesWhileItSavesIsSavedToo() {
    OpenDraft draft;
    draft.document->setName(QStringLiteral("First"));
    draft.autosave->saveNow();
    draft.document->setMessage("Second");
    QTRY_VERIFY(draft.autosave->state() == SaveState::Saved);
    QCOMPARE(draft.stored().message, QByteArray("Second"));
  }

  void aSaveFromElsewhereIsAConflictAndBothAreKept() {
    OpenDraft draft;
    campaign::Campaign theirs = draft.stored();
    theirs.name = QStringLiteral("Theirs");
    QVERIFY(draft.campaigns.save(theirs, theirs.revision).has_value());
    draft.document->setName(QStringLiteral("Mine"));
    QTRY_COMPARE(draft.autosave->state(), SaveState::Conflict);
    QCOMPARE(draft.stored().name, QStringLiteral("Theirs"));
    draft.autosave->keepMine();
    QTRY_COMPARE(draft.autosave->state(), SaveState::Saved);
    QCOMPARE(draft.stored().name, QStringLiteral("Mine"));
  }

  void takingTheOtherVersionShowsIt() {
    OpenDraft draft;
    campaign::Campaign theirs = draft.stored();
    theirs.name = QStringLiteral("Theirs");
    QVERIFY(draft.campaigns.save(theirs, theirs.revision).has_value());
    draft.document->setName(QStringLiteral("Mine"));
    QTRY_COMPARE(draft.autosave->state(), SaveState::Conflict);
    draft.autosave->takeTheirs();
    QTRY_COMPARE(draft.document->campaign().name, QStringLiteral("Theirs"));
    QCOMPARE(draft.autosave->state(), SaveState::Saved);
  }
};

QTEST_GUILESS_MAIN(CampaignAutosaveTest)
#include "campaign_autosave_test.moc"
