// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
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
  /// As another window does.
  void saveElsewhere(const char* name) const {
    campaign::Campaign theirs = stored();
    theirs.name = QString::fromLatin1(name);
    if (!campaigns.save(theirs, theirs.revision, QStringLiteral("there"))) qFatal("not saved");
  }
  /// What the watch does once a second.
  void look() const { autosave->noteFile(*campaigns.stamp(document->campaign().id)); }
  [[nodiscard]] bool hasKept(const char* name) const {
    const auto kept = campaigns.revisions(document->campaign().id);
    return std::any_of(kept->begin(), kept->end(),
                       [name](const auto& one) { return one.campaign.name == QLatin1String(name); });
  }

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
    QTRY_COMPARE_WITH_TIMEOUT(draft.stored().name, QStringLiteral("Kept"), 10000);
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

  void whatIsTypedWhileTheAnswerIsReadIsNoNewConflict() {
    OpenDraft draft;
    draft.saveElsewhere("Theirs");
    draft.document->setName(QStringLiteral("Mine"));
    QTRY_COMPARE(draft.autosave->state(), SaveState::Conflict);
    draft.autosave->keepMine();
    draft.document->setName(QStringLiteral("Mine and more"));
    draft.autosave->saveNow();
    QTRY_COMPARE(draft.autosave->state(), SaveState::Saved);
    QCOMPARE(draft.stored().name, QStringLiteral("Mine and more"));
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
    QVERIFY(draft.hasKept("Mine"));
    draft.document->undoStack().undo();
    QTRY_COMPARE(draft.stored().name, QStringLiteral("Mine"));
  }

  void whatIsTypedDuringAConflictIsKeptToo() {
    OpenDraft draft;
    draft.saveElsewhere("Theirs");
    draft.document->setName(QStringLiteral("Mine"));
    QTRY_COMPARE(draft.autosave->state(), SaveState::Conflict);
    draft.document->setName(QStringLiteral("Mine and more"));
    QTRY_VERIFY_WITH_TIMEOUT(draft.hasKept("Mine and more"), 10000);
    QVERIFY(!draft.hasKept("Mine"));
    QCOMPARE(draft.stored().name, QStringLiteral("Theirs"));
  }

  void anUntouchedDraftFollowsTheFile() {
    OpenDraft draft;
    QSignalSpy followed(draft.autosave.get(), &CampaignAutosave::followed);
    draft.saveElsewhere("Theirs");
    draft.look();
    QTRY_COMPARE(draft.document->campaign().name, QStringLiteral("Theirs"));
    QCOMPARE(followed.count(), 1);
    QCOMPARE(draft.autosave->state(), SaveState::Saved);
    draft.document->setName(QStringLiteral("Mine"));
    QTRY_COMPARE(draft.stored().name, QStringLiteral("Mine"));
  }

  void aTouchedDraftAsksBeforeAnythingIsSaved() {
    OpenDraft draft;
    draft.document->setName(QStringLiteral("Mine"));
    QTRY_COMPARE(draft.autosave->state(), SaveState::Saved);
    draft.saveElsewhere("Theirs");
    draft.look();
    QCOMPARE(draft.autosave->state(), SaveState::Conflict);
    QVERIFY(draft.autosave->theirsAt().isValid());
    QCOMPARE(draft.document->campaign().name, QStringLiteral("Mine"));
    draft.autosave->keepMine();
    QTRY_COMPARE(draft.stored().name, QStringLiteral("Mine"));
    QVERIFY(draft.hasKept("Theirs"));
  }

  void itsOwnSaveIsNoConflict() {
    OpenDraft draft;
    draft.document->setName(QStringLiteral("Mine"));
    draft.autosave->saveNow();
    QTRY_COMPARE(draft.stored().name, QStringLiteral("Mine"));
    draft.look();
    QVERIFY(draft.autosave->state() != SaveState::Conflict);
    QTRY_COMPARE(draft.autosave->state(), SaveState::Saved);
  }

  void whatIsUnsavedAtTheEndIsSavedWithoutAnEventLoop() {
    OpenDraft draft;
    draft.document->setName(QStringLiteral("First"));
    draft.autosave->saveNow();
    draft.document->setName(QStringLiteral("First and last"));
    draft.autosave.reset();
    QCOMPARE(draft.stored().name, QStringLiteral("First and last"));
  }

  void whatWasPublishedElsewhereIsGone() {
    OpenDraft draft;
    QVERIFY(draft.campaigns.freeze(draft.document->campaign().id, 1, 1, {draft.clock.now()}).has_value());
    draft.document->setName(QStringLiteral("Too late"));
    QTRY_COMPARE(draft.autosave->state(), SaveState::Gone);
    QVERIFY(draft.autosave->isSettled());
    QVERIFY(!draft.autosave->problem().isEmpty());
  }
};

QTEST_GUILESS_MAIN(CampaignAutosaveTest)
#include "campaign_autosave_test.moc"
