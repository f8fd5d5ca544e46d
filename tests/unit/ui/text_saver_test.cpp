// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/text_saver.h"

#include <QSignalSpy>
#include <QTest>

#include "support/workspace_fixture.h"

using namespace heliograph;
using heliograph::ui::TextSaver;

namespace {

/// Two snippets, and many threads that could write them in any order.
struct Shelf {
  Shelf() : snippets(workspace.database(), clock) {
    first = *snippets.create(QStringLiteral("first"), "old");
    second = *snippets.create(QStringLiteral("second"), "old");
    saver = std::make_unique<TextSaver>(snippets, background);
  }
  [[nodiscard]] QByteArray stored(LibraryTextId id) const { return snippets.byId(id)->text; }
  void write(LibraryTextId id, const QByteArray& text) const {
    saver->keep(id, text);
    saver->saveNow();
  }

  test::WorkspaceFixture workspace;
  SystemClock clock;
  library::SnippetRepository snippets;
  Background background{4};
  LibraryTextId first;
  LibraryTextId second;
  std::unique_ptr<TextSaver> saver;
};

}  // namespace

class TextSaverTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTextIsWrittenByItself() {
    const Shelf shelf;
    const QSignalSpy saved(shelf.saver.get(), &TextSaver::saved);
    shelf.saver->keep(shelf.first, "new");
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(shelf.stored(shelf.first), QByteArray("new"));
  }

  void theNewestOfManyTextsStays() {
    const Shelf shelf;
    for (int i = 0; i <= 300; ++i) shelf.write(shelf.first, QByteArray::number(i));
    bool done = false;
    shelf.saver->whenSaved([&] { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(shelf.stored(shelf.first), QByteArray("300"));
  }

  void textsThatWaitDoNotPushEachOtherOut() {
    const Shelf shelf;
    shelf.write(shelf.first, "a");
    shelf.write(shelf.first, "b");
    shelf.write(shelf.second, "c");
    QVERIFY(shelf.saver->flush());
    QCOMPARE(shelf.stored(shelf.first), QByteArray("b"));
    QCOMPARE(shelf.stored(shelf.second), QByteArray("c"));
  }

  void whatIsUnsavedAtItsEndIsWrittenLast() {
    Shelf shelf;
    shelf.write(shelf.first, "a");
    shelf.saver->keep(shelf.first, "b");
    shelf.saver.reset();
    QCOMPARE(shelf.stored(shelf.first), QByteArray("b"));
  }

  void whatIsForgottenIsNotWritten() {
    const Shelf shelf;
    shelf.saver->keep(shelf.first, "new");
    shelf.saver->forget(shelf.first);
    QVERIFY(!shelf.saver->flush());
    QCOMPARE(shelf.stored(shelf.first), QByteArray("old"));
  }

  void aTextThatIsGoneIsToldOf() {
    const Shelf shelf;
    const QSignalSpy failed(shelf.saver.get(), &TextSaver::failed);
    QVERIFY(shelf.snippets.remove(shelf.first));
    shelf.write(shelf.first, "new");
    QTRY_COMPARE(failed.count(), 1);
  }
};

QTEST_GUILESS_MAIN(TextSaverTest)
#include "text_saver_test.moc"
