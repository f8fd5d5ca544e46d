// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/emoji_picker.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "editors/emoji_delegate.h"
#include "editors/emoji_drawing.h"
#include "editors/emoji_model.h"
#include "editors/floating_panel.h"

namespace heliograph::editors {
namespace {

constexpr int EmojiColumns = 9;
constexpr int EmojiRows = 6;
constexpr int EmojiPadding = 10;
constexpr int ScrollBarGap = 6;
constexpr int NameLines = 2;
constexpr int SignPixels = 16;  // of the groups' tabs and the skin's button

/// What stands for a group on its tab.
const char* const GroupSigns[] = {"\U0001F600", "\U0001F44B", "\U0001F43B", "\U0001F354", "\u2708",
                                  "\u26BD",     "\U0001F4A1", "\U0001F523", "\U0001F3C1"};

}  // namespace

EmojiPicker::EmojiPicker(QWidget* parent)
    : QWidget(parent),
      m_model(new EmojiModel(this)),
      m_delegate(new EmojiDelegate(this)),
      m_search(new QLineEdit(this)),
      m_tabs(makeTabs()),
      m_grid(new QListView(this)),
      m_toneButton(makeToneButton()),
      m_name(new QLabel(this)) {
  setObjectName(QStringLiteral("emojiPicker"));
  setAccessibleName(tr("Emoji"));
  hide();
  m_search->setObjectName(QStringLiteral("emojiSearch"));
  m_search->setPlaceholderText(tr("Search: party, heart, thumbs up"));
  m_search->setAccessibleName(tr("Search emoji"));
  m_grid->setObjectName(QStringLiteral("emojiGrid"));
  m_grid->setAccessibleName(tr("Emoji"));
  m_grid->setModel(m_model);
  m_grid->setItemDelegate(m_delegate);
  m_grid->setViewMode(QListView::IconMode);
  m_grid->setMovement(QListView::Static);
  m_grid->setResizeMode(QListView::Fixed);
  m_grid->setUniformItemSizes(true);
  m_grid->setGridSize({EmojiDelegate::Cell, EmojiDelegate::Cell});
  m_grid->setFrameShape(QFrame::NoFrame);
  m_grid->setFocusPolicy(Qt::NoFocus);
  m_grid->setMouseTracking(true);
  m_grid->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_name->setWordWrap(true);
  m_name->setAlignment(Qt::AlignLeading | Qt::AlignTop);

  auto* top = new QHBoxLayout;
  top->addWidget(m_search, 1);
  top->addWidget(m_toneButton);
  auto* column = new QVBoxLayout(this);
  const int edge = ShadowRoom + EmojiPadding;
  column->setContentsMargins(edge, edge, edge, edge);
  column->setSpacing(6);
  column->addLayout(top);
  column->addWidget(m_tabs);
  column->addWidget(m_grid);
  column->addWidget(m_name);

  for (QWidget* part : std::initializer_list<QWidget*>{m_search, m_tabs, m_toneButton}) part->installEventFilter(this);
  connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::showEmoji);
  connect(m_tabs, &QTabBar::currentChanged, this, [this] {
    if (!m_search->text().isEmpty()) return m_search->clear();
    showEmoji({});
  });
  connect(m_grid, &QListView::entered, m_grid, &QListView::setCurrentIndex);
  connect(m_grid, &QListView::clicked, this, [this] { chooseCurrent(); });
  connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &EmojiPicker::showName);
}

QTabBar* EmojiPicker::makeTabs() {
  auto* tabs = new QTabBar(this);
  tabs->setObjectName(QStringLiteral("emojiTabs"));
  tabs->setAccessibleName(tr("Groups of emoji"));
  tabs->setDrawBase(false);
  tabs->setExpanding(true);
  tabs->setUsesScrollButtons(false);
  const auto add = [tabs](const QString& sign, const QString& name) {
    const int tab = tabs->addTab(sign);
    tabs->setTabToolTip(tab, name);
    tabs->setAccessibleTabName(tab, name);
  };
  add(QStringLiteral("\u23F1"), tr("Recent"));
  const QStringList& groups = EmojiCatalogue::builtIn().groups();
  for (qsizetype i = 0; i < groups.size(); ++i) {
    const bool known = static_cast<std::size_t>(i) < std::size(GroupSigns);
    add(known ? QString::fromUtf8(GroupSigns[i]) : groups[i], groups[i]);
  }
  return tabs;
}

QToolButton* EmojiPicker::makeToneButton() {
  auto* button = new QToolButton(this);
  button->setObjectName(QStringLiteral("emojiTone"));
  button->setPopupMode(QToolButton::InstantPopup);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(button);
  const QStringList names{tr("No skin tone"), tr("Light"),       tr("Medium-light"),
                          tr("Medium"),       tr("Medium-dark"), tr("Dark")};
  const Emoji hand{QStringLiteral("\u270B"), QStringLiteral("\u270B\U0001F3FB"), {}, {}, 0};
  for (int i = 0; i < names.size(); ++i) {
    const auto tone = static_cast<SkinTone>(i);
    menu->addAction(inTone(hand, tone) + QLatin1String("  ") + names[i], this, [this, tone] {
      setTone(tone);
      Q_EMIT toneChosen(tone);
    });
  }
  button->setMenu(menu);
  return button;
}

void EmojiPicker::setTheme(const EditorTheme& theme) {
  m_theme = theme;
  m_delegate->setTheme(theme);
  QPalette own = palette();
  own.setColor(QPalette::Base, theme.ground);
  own.setColor(QPalette::Window, theme.ground);
  own.setColor(QPalette::Text, theme.text);
  own.setColor(QPalette::WindowText, theme.hint);
  setPalette(own);
  m_name->setFont(theme.hintFont);
  m_name->setFixedHeight(QFontMetrics(theme.hintFont).lineSpacing() * NameLines + 4);
  QFont signs = emojiFont(theme.uiFont);
  signs.setPixelSize(SignPixels);
  m_tabs->setFont(signs);
  m_toneButton->setFont(signs);
  showTone();
}

void EmojiPicker::setTone(SkinTone tone) {
  m_tone = tone;
  m_model->setTone(tone);
  showTone();
  showName();
}

void EmojiPicker::showTone() {
  const Emoji hand{QStringLiteral("\u270B"), QStringLiteral("\u270B\U0001F3FB"), {}, {}, 0};
  m_toneButton->setText(inTone(hand, m_tone));
  m_toneButton->setToolTip(tr("Skin tone"));
  const QStringList words =
      m_toneButton->menu()->actions()[static_cast<int>(m_tone)]->text().split(QLatin1String("  "));
  m_toneButton->setAccessibleName(tr("Skin tone: %1").arg(words.last()));
}

void EmojiPicker::openAt(const QRect& anchor, QWidget* window) {
  if (parentWidget() != window) setParent(window);
  m_tabs->setCurrentIndex(m_recent.isEmpty() ? 1 : 0);
  m_search->clear();
  showEmoji({});
  const int scrollBar = m_grid->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_grid) + ScrollBarGap;
  m_grid->setFixedSize(EmojiColumns * EmojiDelegate::Cell + scrollBar, EmojiRows * EmojiDelegate::Cell);
  layout()->activate();
  resize(layout()->totalSizeHint());
  const QRect local(window->mapFromGlobal(anchor.topLeft()), anchor.size());
  move(placeBelow(local, size(), window->rect()));
  QWidget::show();
  raise();
  m_search->setFocus();
}

void EmojiPicker::showEmoji(const QString& search) {
  const EmojiCatalogue& catalogue = EmojiCatalogue::builtIn();
  std::vector<Emoji> emoji;
  if (!search.trimmed().isEmpty()) {
    emoji = catalogue.search(search);
  } else if (m_tabs->currentIndex() > 0) {
    emoji = catalogue.inGroup(m_tabs->currentIndex() - 1);
  } else {
    // As they were chosen, whatever the tone is now.
    for (const QString& text : m_recent) {
      const Emoji* known = catalogue.find(text);
      emoji.push_back({text, {}, known != nullptr ? known->name : text, {}, 0});
    }
  }
  m_model->show(std::move(emoji));
  m_grid->setCurrentIndex(m_model->index(0));
  m_grid->scrollToTop();
  showName();
}

void EmojiPicker::showName() {
  const QModelIndex index = m_grid->currentIndex();
  if (!index.isValid()) {
    m_name->setText(m_search->text().isEmpty() ? tr("Nothing was chosen lately.")
                                               : tr("No emoji is called “%1”.").arg(m_search->text()));
    return;
  }
  QString text = index.data(Qt::AccessibleTextRole).toString();
  text[0] = text[0].toUpper();
  if (m_note) text += QLatin1String(". ") + m_note(index.data().toString());
  m_name->setText(text);
}

bool EmojiPicker::takeKey(int key) {
  const bool forward = layoutDirection() == Qt::LeftToRight;
  switch (key) {
    case Qt::Key_Right:
      moveBy(forward ? 1 : -1);
      return true;
    case Qt::Key_Left:
      moveBy(forward ? -1 : 1);
      return true;
    case Qt::Key_Down:
      moveBy(EmojiColumns);
      return true;
    case Qt::Key_Up:
      moveBy(-EmojiColumns);
      return true;
    case Qt::Key_PageDown:
      moveBy(EmojiColumns * EmojiRows);
      return true;
    case Qt::Key_PageUp:
      moveBy(-EmojiColumns * EmojiRows);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      chooseCurrent();
      return true;
    default:
      return false;
  }
}

void EmojiPicker::moveBy(int cells) {
  const int count = m_model->rowCount();
  if (count == 0) return;
  const int row = std::clamp(m_grid->currentIndex().row() + cells, 0, count - 1);
  m_grid->setCurrentIndex(m_model->index(row));
}

void EmojiPicker::chooseCurrent() {
  const QModelIndex index = m_grid->currentIndex();
  if (!index.isValid()) return;
  const QString emoji = index.data().toString();
  m_recent.removeAll(emoji);
  m_recent.prepend(emoji);
  m_recent = m_recent.mid(0, MostRecent);
  close(true);
  Q_EMIT chosen(emoji);
}

void EmojiPicker::close(bool byKey) {
  if (!isVisible()) return;
  hide();
  Q_EMIT closed(byKey);
}

bool EmojiPicker::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
      event->accept();
      if (event->type() == QEvent::KeyPress) close(true);
      return true;
    }
    if (event->type() == QEvent::KeyPress && watched == m_search && takeKey(key)) return true;
  }
  if (event->type() == QEvent::FocusOut) {
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    const bool stays = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
    const QWidget* next = window()->focusWidget();
    if (!stays && (next == nullptr || !isAncestorOf(next))) close(false);
  }
  return QWidget::eventFilter(watched, event);
}

void EmojiPicker::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintFloatingPanel(&painter, rect(), m_theme);
}

}  // namespace heliograph::editors
