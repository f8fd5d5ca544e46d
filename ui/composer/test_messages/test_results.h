// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "delivery/test_messages/test_send.h"
#include "ui/composer/test_messages/test_recipients.h"

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace heliograph::ui {

class Label;
class SegmentedChoice;
class TestHistory;
class TestLine;

/// What each of some people would get or got as a test, and behind it the tests that were sent before.
class TestResults final : public QWidget {
  Q_OBJECT
 public:
  explicit TestResults(bool hasHistory, QWidget* parent = nullptr);

  /// Shows a line for each of them; false if those stand there already.
  bool setPeople(const std::vector<TestPerson>& people);
  [[nodiscard]] std::vector<delivery::TestRecipient> recipients() const;
  void showPreviews(const Result<std::vector<delivery::TestPreview>>& previews);
  void clearProblem();
  void clearResults();
  /// The first of them is under way.
  void begin();
  /// What came of the test at a place; the next is under way then.
  void showResult(int place, const Result<delivery::TestSendResult>& result);
  void showHistory(const std::vector<delivery::TestEntry>& tests, const QDateTime& now);

 private:
  enum Side { PreviewSide, HistorySide };

  void showSide(int side);

  SegmentedChoice* m_side;
  QStackedWidget* m_sides;
  QVBoxLayout* m_rows;
  std::vector<TestLine*> m_lines;
  TestHistory* m_history;
  Label* m_problem;
};

/// Something in an area that scrolls up and down and takes no focus.
[[nodiscard]] QScrollArea* makeTestScroll(QWidget* inner);

}  // namespace heliograph::ui
